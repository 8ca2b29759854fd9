export const close = {
	ana: `
		job: Architecte
		food: Jamais de coriandre
		how: Côte à côte à la première répétition du chœur, à démarrer trop tôt au même instant
		note: Deux garçons, Tiago et Luís. Dessine sur les serviettes ; je garde les plus belles.
		tag: chorale
		next: Demander si l’appartement a le soleil du matin
		next: Envoyer la recette du gâteau à l’orange
		met: Concert à la chapelle. Personne n’est parti trop tôt.
		meal: Sardines grillées sur son toit ; elle a dessiné la mairie telle qu’elle aurait dû être. @ Le toit d’Ana
		call: Luís s’est cassé le poignet en tombant d’un mur où il ne devait pas grimper.
		message: Sa bibliothèque a eu le prix régional. Le jury a aimé les banquettes que nous avions testées.
		met: Dessiné au jardin botanique. Le mien ressemblait à une patate avec des feuilles.
		call: L’agence lui propose le bureau de Lyon. Elle fait des listes à deux colonnes.
		call: son départ pour Lyon
	`,
	grace: `
		job: Kinésithérapeute pour enfants
		food: Sauce très pimentée, sur tout
		how: Tom l’a amenée à l’anniversaire de Maman et elle nous a tous battus aux cartes
		note: La femme de Tom. Les filles : Ada et Zuri. Sa mère appelle à dix-huit heures, éviter ce moment.
		tag: famille
		date: Baptême de Zuri | -60 | 2
		next: Demander des nouvelles de son nouveau travail
		meal: Concours de riz jollof avec sa sœur. J’étais dans le jury, on ne me le pardonnera jamais. @ Leur nouvel appart
		call: Elle veut ouvrir son propre cabinet et sait exactement dans quelle rue.
		met: Emmené les filles aux marionnettes. Zuri a prévenu la princesse, très fort.
		message: Le dessin d’Ada : moi, très grand format, une seule chaussure.
		met: Visité les locaux du cabinet. Beaux plafonds, moquette affreuse.
		call: La banque a dit oui.
		met: Peint le cabinet en jaune jusqu’à minuit, on en avait dans les cheveux.
	`,
	june: `
		job: Botaniste à la retraite
		food: Un gin tonic à dix-huit heures précises
		how: Ma logeuse l’année d’après la fac, restée une amie
		note: Quatre-vingt-un ans et plus vive que nous tous. Écrire gros dans les lettres.
		tag: jardin
		date: Arrivée dans la petite maison | 05-01 | 24
		next: Lui apporter les bulbes de Sofia
		letter: Quatre pages sur les mousses et une ligne sur sa hanche : donc la hanche va mal.
		met: Visite avec des prunes. Elle a identifié la chenille de la troisième.
		call: L’opération est fixée. Elle s’inquiète surtout pour la serre.
		met: Deuxième semaine d’arrosage de la serre. L’orchidée a fleuri pour moi et pas pour elle.
		call: Elle est rentrée, avec une canne qui a appartenu à un évêque.
		met: Emmenée à l’herbier. Ils se sont levés à son entrée.
		letter: Elle m’envoie son carnet de terrain de 1968 à recopier. Quel honneur.
	`,
	mateusz: `
		job: Menuisier, décors de théâtre
		food: Les pierogi, et ce qui reste dans votre assiette
		how: Encordés ensemble par hasard à la salle d’escalade
		note: Parle peu au sol, chante sur la paroi.
		tag: escalade
		next: Lui rendre les mousquetons bleus
		met: Enfin sorti la longue voie jaune. Il l’a chantée en entier. @ Salle d’escalade
		met: Vu son décor : toute une forêt sur roulettes. @ Théâtre
		message: Demande si j’ai un dimanche libre et le dos solide.
		meal: Des pierogi pour onze. Je les fermais mal, on m’a confié la vaisselle. @ Chez Mateusz
		call: Son père est malade à Gdańsk. Il part ce soir en train.
		call: De Gdańsk : c’était le cœur, il est hors de danger. Ils ont joué aux échecs à l’hôpital.
		met: Retour au mur. Il avait besoin de se fatiguer, on a grimpé jusqu’à l’extinction des lumières. @ Salle d’escalade
	`,
	yuki: `
		job: Luthière
		food: Poisson mais pas de viande ; attention aux œufs
		allergies: Crustacés
		how: Je lui ai apporté un violon qui venait de mon grand-père
		note: L’atelier sent l’épicéa et le café. Fermé le lundi, c’est donc le bon jour.
		tag: chorale
		next: Faire regarnir l’étui
		met: Elle a ouvert le violon de grand-père : dedans, au crayon, « pour Rose, 1931 ».
		meal: Fondue japonaise dans l’atelier, entre onze violoncelles. @ L’atelier de Yuki
		call: Son titre de séjour est renouvelé pour cinq ans. Elle a pleuré, puis s’est excusée de pleurer.
		event: L’exposition des luthiers. Son alto vendu dans la première heure.
		message: Un petit film de copeaux qui tombent. Sans un mot. Parfait.
		met: Elle m’a laissé tailler un centimètre de volute. J’avais les mains qui tremblaient.
		met: Accordé, verni, fini : entendu le violon dans l’église vide. @ Église Sainte-Marie
	`,
	leila: `
		job: Cardiologue
		food: La croûte du riz au safran : il faut se battre
		how: La fille de la patiente du lit voisin ; on partageait le bon distributeur
		note: Imbattable pour les longues marches et les réponses honnêtes.
		tag: randonnée
		next: Demander si sa mère se plaît dans le nouvel appartement
		met: Vingt kilomètres sur la crête, elle a parlé les seize premiers. @ La crête
		call: Elle a refusé le poste à Toronto, sans regret.
		meal: Dîner chez ses parents. On m’a placé le poisson rouge à côté, avec mission de lui tenir compagnie.
		message: Me conseille un podcast sur les poulpes. J’ai désormais des avis sur les poulpes.
		call: Soir d’un cas difficile. On a parlé de pain à la place.
		met: Aidé sa mère à s’installer au rez-de-chaussée. Le tapis pèse autant qu’un cheval.
		met: Elle va enseigner aussi, deux jours par semaine, et s’est acheté un tout petit cartable.
	`,
	daniel: `
		job: Producteur de radio
		food: Soupe d’arachide ; déca après midi
		how: Il m’a interrogé sur la boulangerie, micro éteint
		note: Parrain de personne, oncle de tout le monde.
		tag: musique
		next: Écouter le pilote et être honnête
		met: Enregistré le vieil ascenseur pour ses archives. Il a grincé pile au bon moment.
		call: La série est achetée. Six épisodes sur les ponts.
		meal: La soupe d’arachide de sa mère, trois assiettes, aucun regret. @ Chez Daniel
		met: Jazz dans la cave du bar. Il connaît le batteur, évidemment qu’il connaît le batteur.
		message: « Tu as toujours ce mémo vocal du marché ? Il me le faut. C’est de l’art. »
		call: Ben et lui ont fixé une date, en petit comité, au bord de la mer.
		met: Choisi les alliances avec Ben et lui. Une seule personne a pleuré, et c’était moi.
	`,
	sofia: `
		job: Biologiste marine
		food: Du pain croquant avec tout ; du café sans fin
		how: Un train de nuit arrêté neuf heures dans la neige
		note: En mer des semaines entières : écrire, elle répond au port.
		tag: voyages
		next: Demander des nouvelles du phoque qui porte son nom
		mail: Un long message du navire. Elle a vu la mer briller en vert.
		video: Du port de Tromsø, un vent si fort qu’on s’est surtout fait signe.
		met: Deux jours avec elle à Göteborg : les îles, les brioches à la cardamome, le bateau de sa grand-mère. @ Göteborg
		message: Photo de ses bottes, gelées debout.
		call: La bourse est accordée, trois ans de phoques.
		letter: Une vraie lettre, avec du sable dedans.
		call: Elle hésite à prendre le poste d’enseignante à terre et m’a demandé ce qui me manquerait à sa place.
	`,
	camille: `
		job: Libraire
		food: Le fromage est une famille d’aliments
		how: J’ai demandé un livre par sa couleur ; elle l’a trouvé
		note: La boutique est calme le mardi matin.
		tag: club de lecture
		next: Commander l’atlas pour Papa
		met: Aidé à l’inventaire. Trouvé une lettre de 1974 dans un Simenon.
		call: Le loyer augmente d’un tiers. Elle est furieuse, organisée, et fait des affiches.
		event: La soirée du quartier pour la librairie : quatre-vingt-dix personnes dans trente places.
		meal: Raclette pour remercier l’équipe des affiches. @ Au-dessus de la librairie
		message: Le propriétaire a cédé. LE PROPRIÉTAIRE A CÉDÉ.
		met: Elle dresse un chat de librairie. C’est le chat qui la dresse.
		met: Choisi mes livres de vacances les yeux fermés. Elle ne se trompe jamais.
	`,
	hannah: `
		job: Ingénieure en génie civil
		food: Sans gluten, dans la bonne humeur
		allergies: Blé
		how: Année d’échange ; sa famille m’a ouvert sa porte
		note: Me parle allemand quand j’ai la flemme.
		tag: voyages
		next: Réviser le subjonctif avant le prochain appel
		video: Visite du tunnel, deux kilomètres sous terre, à la lampe de son casque.
		call: Elle attend un bébé, prévu pour l’ouverture du tunnel. Au premier arrivé.
		letter: Un plan du tunnel avec « ici, premier coup de pied du bébé ».
		video: Jakob, trois jours, endormi du début à la fin.
		met: Visite à Stuttgart. Jakob tient les doigts comme s’ils étaient des grues. @ Stuttgart
		call: Reprise à mi-temps. Le tunnel, dit-elle, ne s’est pas ennuyé d’elle.
		video: Jakob dit un mot. C’est « pelleteuse ».
	`,
	ravi: `
		job: Cuisinier, aujourd’hui formateur
		food: C’est lui qui cuisine ; ne rien apporter
		how: Un cours du soir ; il a sauvé mon dal
		note: Se lève tard. Le mieux : après le cours de midi.
		tag: cuisine
		next: Lui demander le nom du rémouleur
		met: Au marché à cinq heures, il choisit les tomates à l’oreille, paraît-il.
		meal: Onze petits plats pour son anniversaire, sans s’asseoir une seule fois. @ Chez Ravi
		call: Il ferme le restaurant. Pas triste, dit-il ; la comptabilité le tuait.
		event: Dernier soir du restaurant. Les gens faisaient la queue pour dire merci.
		met: Premier cours au lycée hôtelier. Vingt élèves, couteaux neufs, aucune peur.
		message: M’envoie le menu de l’épreuve finale : la carotte, en cinq façons.
		meal: Les élèves ont cuisiné pour nous. La troisième carotte était une révélation. @ Le lycée hôtelier
	`
};
