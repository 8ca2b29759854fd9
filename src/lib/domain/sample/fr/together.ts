/** Ce qui s'est passé à plusieurs, par clé de `gatherings`. */
export const together = `
	sunday: Long déjeuner sans raison. Papa a dessiné le plan de table, Maman l’a ignoré. @ Le jardin de Maman
	boat: Deux jours sur le canal. Personne n’est tombé à l’eau sans le vouloir. @ Le bateau de Papa
	concert: La soirée du chœur : Yuki au deuxième rang, Aoife à la harpe, plein jusqu’aux portes. @ La chapelle
	bookclub: Club de lecture chez Camille. On a parlé du livre presque dix minutes. @ La librairie
	quiz: Finale du quiz, la moitié de la rue derrière nous. @ Bar de l’Ancre
	moving: Porté les livres de Noor. Onze mains, en comptant Mateusz pour trois.
	mumbirthday: Anniversaire de Maman : quarante personnes, un gâteau, trois discours, Ada à la baguette. @ Le jardin de Maman
	ridge: Journée sur la crête, sandwichs dans le brouillard, et soudain toute la vallée. @ La crête
	jam: Douze pots de confiture faits, zéro vendu, deux mangés.
	bridges: Première écoute des ponts, lumières éteintes, sur le tapis. @ Chez Daniel
	dinner: Ravi a cuisiné, Zeynep a apporté le dessert, vaisselle à tour de rôle. @ Chez Ravi
	climbing: Emmené Lucas sur le mur facile. Il est redescendu en chantant, lui aussi. @ Salle d’escalade
	street: Fête de la rue. Odile a dansé avec Walter ; Ministre a mangé un gâteau. @ Notre rue
	match: L’ancienne équipe contre les moins de dix ans. Perdu, honnêtement.
	launch: Un verre pour le camion timide ; Tariq a improvisé un poème. @ La librairie
	snow: De la neige ! La luge du grenier, quatre adultes, une colline.
	newyear: Réveillon raclette, harmonica et le jeu des phares de Mei-Ling.
	garden: Désherbé le jardin de June, qui montrait avec la canne de l’évêque. @ Chez June
	oyster: Des huîtres avec Chloé et sa cousine, des plans pour les vendanges.
	race: Course du club ; le tandem suivait avec l’eau. @ Le canal
	puppets: Première dans le garage d’Elena. Zuri a encore prévenu la princesse. @ Le garage d’Elena
	seals: Soirée diapos de Sofia : deux cents phoques, une histoire chacun. @ La librairie
	farewell: Dîner d’au revoir d’Ana, une serviette dessinée pour chacun. @ Le toit d’Ana
`;
