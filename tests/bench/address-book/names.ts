/** Names as they stand in real address books of Europe, the Americas, Africa and Asia; `_` stands for a blank in one. */
const list = (text: string): readonly string[] =>
	text
		.trim()
		.split(/\s+/)
		.map((name) => name.replaceAll('_', ' '));

export const givenNames = list(`
	Ana André Agnès Aïcha Åsa Adèle Aiko Alain Albert Alejandro Alexandra Alice Alina Álvaro Amara Amélie Amir Anaïs
	Andrea Andrzej Ángel Anika Anna Anouk Antoine Antonio Arash Arthur Astrid Aurélie Ayşe Béatrice Benoît Bérénice
	Bjørn Bogdan Boris Brigitte Bruno Camille Carlos Carmen Catherine Cécile Céline Chantal Charlotte Chiara Chloé
	Christophe Claire Clément Colette Corentin Cristina Cyril Dagmar Damien Daniel Danièle David Déborah Delphine Denis
	Diego Dimitri Dmitri Dominique Dorothée Édith Édouard Élodie Elena Elif Elisabeth Élise Ella Eloïse Emeka Émile
	Emilia Emma Emmanuel Enrique Éric Erik Esperanza Estelle Esther Étienne Eva Fabien Fabio Fadi Fanny Farah Fatima
	Fatou Félix Fernando Florence Franziska François Françoise Frédéric Freya Gabriel Gaëlle Gérard Giulia Gloria Grace
	Grégoire Greta Guillaume Gunnar Gwenaëlle Håkon Hamza Hanna Hassan Hélène Henri Hiroshi Hugo Ibrahim Ilse Inès
	Ingrid Irène Isabelle Ivan Jacques Jadwiga Jan Jana Javier Jean Jeanne Jérôme Joana João Joaquín Johannes Jonas
	José Josephine Joshua Juan Judith Julia Julien Juliette Jürgen Kaan Kamila Karim Karin Katarzyna Kateřina Kemal
	Kenji Khadija Klaus Krzysztof Lars Laszlo Laura Laurent Léa Leïla Léo Léonie Li Liam Linh Lionel Loïc Louise Luc
	Lucía Lucie Ludovic Luis Łukasz Maëlle Magali Mahmoud Małgorzata Mamadou Manon Marc Margaux María Marie Marguerite
	Mario Marta Martin Mateo Mathilde Matthias Maud Maxime Maya Mehmet Mei Mélanie Mercedes Michał Miguel Mihai Milan
	Mireille Mohamed Mona Monique Moussa Nadia Naoko Natalia Nathalie Nicolas Nikola Nils Noémie Nora Nuria Océane Odile
	Olga Oliver Olivia Omar Oscar Øyvind Pablo Paolo Pascal Patrícia Paul Pauline Pedro Perrine Petra Philippe Pierre
	Piotr Priya Quentin Quỳnh Rachel Rafael Raj Ramón Raphaëlle Régine Rémi René Renée Ricardo Robert Romain Rosa Roxane
	Ruth Sabine Saïd Salma Samir Sandra Sara Sébastien Ségolène Şebnem Sergio Siobhán Simon Simone Sofía Solène Sophie
	Soraya Søren Stéphane Stéphanie Sunita Svetlana Sylvain Sylvie Tadeusz Tanguy Tariq Tatiana Teresa Thaïs Théo
	Thérèse Thibault Thomas Tiago Tobias Tom Tomás Uwe Valentina Valérie Vanessa Véronique Víctor Victoire Viktor
	Vincent Violette Virginie Vladimir Walter Wei Werner Xavier Yann Yasmine Yuki Yves Yvonne Zoé Zofia Zuzana
`);

export const familyNames = list(`
	Abadie Adeyemi Aguilar Ahmed Almeida Álvarez Andersen Andersson André Antunes Arnaud Aubert Aydın Bailly Barbier
	Baron Bauer Bazin Becker Benali Benoit Bernard Berger Bertrand Besson Bianchi Blanc Blanchard Bonnet Bouchard Bour
	Boyer Brandt Brault Breton Brun Brunet Camus Caron Carpentier Castro Čapek Cerný Charpentier Chevalier Chen Chevallier
	Clément Colin Collet Conti Cordier Cortés Costa Cousin Da_Silva Daniel David Davies De_Luca Delacroix Delattre
	Delaunay Deschamps Desmoulins Diallo Díaz Diop Dubois Dufour Dumas Dumont Dupont Dupuis Durand Duval Dvořák Eriksen
	Esposito Evrard Fabre Faure Fernandes Fernández Ferrari Fischer Fleury Fontaine Fournier François Friedrich Gagnon
	Gaillard Garcia Garnier Gauthier Gérard Germain Giraud Gómez González Gonçalves Gosselin Grégoire Grimaldi Guérin
	Guilbert Guillot Gupta Gutiérrez Haas Hamel Hansen Hébert Henry Hernández Hervé Hoffmann Horváth Huang Hubert
	Ibrahim Ivanov Iyer Jacob Jansen Jensen Jiménez Johansson Jovanović Jørgensen Kaplan Kaur Kaya Keller Kim Klein
	Kone Kovács Kowalski Kumar Lacroix Lambert Langlois Larsen Laurent Lavigne Lebrun Leclerc Lecomte Lefebvre Lefèvre
	Legrand Lemaire Lemoine Leroux Leroy Lévêque Lévy López Lombardi Lucas Maillard Mallet Marchand Maréchal Martel
	Martin Martínez Marty Masson Mathieu Meier Mendes Mercier Meunier Meyer Michaud Mohamed Monnier Moreau Morel Moreno
	Morin Moulin Müller Muñoz Nakamura Navarro N'Diaye Neumann Nguyễn Nielsen Nowak Núñez O'Brien O'Connor Okafor Olivier
	Olsen Ortega Öztürk Papadopoulos Paris Parent Pasquier Patel Payet Pereira Pérez Perrin Petit Petrov Philippe Picard
	Pires Poirier Popescu Poulain Prévost Quintana Rahman Ramírez Regnier Rénard Reyes Ribeiro Ricci Richter Rivière
	Robert Robin Rocher Rodríguez Rojas Romano Rossi Rousseau Roussel Roux Roy Ruiz Şahin Salazar Sanchez Sato
	Saunier Schäfer Schmidt Schneider Schröder Schwarz Sharma Silva Simon Singh Søndergaard Sørensen Sousa Suzuki Szabó
	Takahashi Tanaka Tessier Thévenet Thibault Thierry Thomas Torres Toussaint Tran Traoré Tremblay Vallée Van_Dijk
	Van_den_Berg Vasseur Vega Vidal Vincent Vogel Voisin Wagner Walsh Wang Weber Wójcik Wolff Wright Yamamoto
	Yıldız Zhang Zieliński Zimmermann
`);

export const cities = list(`
	Paris Lyon Marseille Toulouse Lille Nantes Rennes Bordeaux Strasbourg Grenoble Montpellier Nîmes Brest Rouen Angers
	Orléans Besançon Saint-Étienne Genève Lausanne Zürich Basel Bern Bruxelles Liège Gent Amsterdam Utrecht Rotterdam
	Berlin Hamburg München Köln Leipzig Düsseldorf Wien Graz Praha Brno Warszawa Kraków Gdańsk Łódź Budapest București
	London Leeds Bristol Edinburgh Glasgow Dublin Cork Lisboa Porto Coimbra Madrid Barcelona Sevilla València Málaga
	København Aarhus Oslo Bergen Tromsø Stockholm Göteborg Malmö Helsinki Roma Milano Torino Napoli Bologna Firenze
	Athens İstanbul Izmir Tunis Casablanca Dakar Abidjan Lagos Nairobi Beirut Montréal Québec Toronto Boston Chicago
	Seattle Austin Bogotá Lima Santiago Córdoba Recife Tokyo Kyoto Seoul Hanoi Mumbai Pune Singapore Sydney
`);

export const organizationParts = {
	first: list(`Atelier Banque Café Clinique Collectif Compagnie Coopérative École Éditions Fondation Galerie Groupe
		Institut Laboratoire Librairie Lycée Maison Mairie Théâtre Université Studio Nordic Blue Green Alpha Delta Harbour
		Summit North Silver Open Bright Quiet Red`),
	second: list(`Lumière Méridien Horizon Saint-Martin Bellevue Voltaire Pasteur Mistral Rivage Canopée Étoile Boréal
		Labs Works Partners Systems Energy Foods Textiles Logistics Robotics Media Press Archives Gardens Health Marine
		Aviation Consulting Design Analytics`)
};

export const titles =
	list(`architect baker biologist bookseller carpenter chemist cellist cook dentist designer director
	editor electrician engineer gardener historian illustrator journalist judge lawyer librarian mayor midwife nurse
	photographer physicist pilot plumber producer professor researcher sailor sculptor teacher translator veterinarian`);

export const tagNames = list(`family school university work choir climbing book-club neighbours running chess sailing
	parents football village conference former-colleagues yoga band cycling volunteers theatre mentor clients suppliers
	holidays language-exchange board-games photography garden press`);
