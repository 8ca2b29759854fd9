export const inner = {
	claire: `
		nickname: Maman
		job: Sage-femme à la retraite
		food: La tarte au citron, le thé fort ; déteste l’anis
		note: L’appeler plutôt que lui écrire : elle range son téléphone dans la boîte à pain « pour qu’il se repose ».
		tag: famille
		next: Lui rapporter sa grande cocotte bleue
		next: Demander ce qu’a dit le kiné
		call: Son genou va mieux avec les nouveaux exercices. Elle est allée au port et revenue, deux fois.
		meal: Le gratin de poisson de sa mère, de mémoire, et une petite larme au moment de la moutarde. @ Dans sa cuisine
		call: Tri du grenier au téléphone : on garde la luge, on donne l’encyclopédie.
		met: Planté les deux pommiers. Elle leur a donné le prénom de ses collègues d’école.
		video: Elle m’a montré comment plier les raviolis, téléphone calé contre la farine. Vu surtout le plafond.
		letter: Elle m’a envoyé les lettres de Papa pendant son service. J’en ai lu trois, le reste pour un soir calme.
		call: Inquiète pour Maud, la voisine, qui a encore oublié le gaz. Elle va en parler à la fille.
		met: Je l’ai conduite chez l’ophtalmo. Tout va bien, et gâteau sur le chemin du retour pour fêter ça.
		call: Elle est entrée dans une chorale et jure qu’elle fait seulement semblant de chanter. C’est faux.
		call: Le toit est enfin réparé. Elle a nourri les couvreurs de soupe, ils sont restés deux jours de plus.
	`,
	paul: `
		nickname: Papa
		job: Géomètre à la retraite
		food: Tout ce qui contient des pommes de terre
		allergies: Pénicilline
		note: Dessine encore un plan pour le moindre trajet. Les garder : ils sont beaux.
		tag: famille
		next: Lui montrer les photos de la péniche
		call: Longue discussion sur la vente du bateau. Il dit oui, puis décrit le prochain voyage.
		met: Sentier côtier avec lui, quinze kilomètres, et il connaissait chaque limite de champ.
		message: M’envoie la photo d’un héron avec ces mots : « mon nouveau collègue ».
		call: Il apprend l’italien avec une application et ne sait parler que de garçons qui mangent des pommes.
		meal: Sa fameuse omelette aux pommes de terre, et encore l’histoire du pont de Porto. Je l’ai laissé raconter. @ Sur le bateau de Papa
		met: Réparé ma bibliothèque avec lui. Il avait apporté quatre niveaux à bulle.
		call: La tension a baissé. Il a arrêté le sel et s’en plaint comme un poète.
		mail: Transmis le bulletin scolaire de l’arrière-grand-père : « gai, n’écoute pas ».
		call: Il nous veut tous sur le canal aux grandes vacances, et a déjà dessiné la carte.
	`,
	tom: `
		nickname: Tom
		job: Professeur de géographie au collège
		food: Plus de champignons depuis le camping
		note: Mon petit frère. Dit « ça va » quand ça ne va pas : demander deux fois.
		tag: famille
		date: anniversary | +11 | 7
		next: Proposer de garder les filles un week-end
		call: Premier jour au nouveau collège. Trente et un ados, un projecteur en panne ; il a adoré.
		met: Aidé au déménagement. Le piano reste dans l’entrée jusqu’à l’arrivée de plus courageux.
		meal: Pizza par terre entre les cartons, avec Grace, les filles endormies sur les manteaux. @ Leur nouvel appart
		call: Il m’a demandé comment je gère mon argent. Je lui ai envoyé mon tableau, il m’a renvoyé un dessin de lui qui se noie.
		message: Photo de la première dent d’Ada, perdue dans une carotte.
		video: Chanté joyeux anniversaire à Ada sur un écran figé ; elle a cru à un jeu.
		met: Baignade dans le lac avant le petit-déjeuner. Il a parlé de Papa qui vieillit, pour la première fois.
		call: Fin de l’inspection. « Très satisfaisant », et onze heures de sommeil.
		met: Couru les dix kilomètres ensemble. Il m’a attendu au neuvième en faisant semblant de refaire son lacet.
		call: Ils pensent partir un an à l’étranger avec les filles. Il veut savoir ce que j’en pense, vraiment.
	`,
	idris: `
		job: Infirmier aux urgences pédiatriques
		food: Ni porc ni alcool ; le meilleur thé à la menthe qui soit
		how: Même couloir en première année de fac ; il m’a prêté une casserole que je n’ai jamais rendue
		where: À l’université
		note: Mon plus vieil ami. De nuit une semaine sur deux : vérifier avant d’appeler.
		tag: université
		next: Rendre la casserole, devant témoins
		next: Demander comment s’est passé l’examen de Yasmine
		meal: Soupe de lentilles chez lui à deux heures du matin, après sa garde et mon bouclage. @ Chez Idris
		call: Semaine dure dans le service. J’ai surtout écouté.
		met: Vu la finale au café à la télé minuscule. Il s’est caché derrière le portemanteau pour les tirs au but.
		message: Il a eu sa spécialisation ! Onze points d’exclamation, soit dix de plus que d’habitude.
		met: Cherché un costume pour le mariage de sa sœur. Nous sommes ressortis avec une lampe.
		event: Mariage de Yasmine, salle du jardin. Dansé avec sa grand-mère, c’est elle qui mène.
		call: Parlé de son emménagement avec Nora. Heureux et terrifié, dans cet ordre.
		met: Tour du lac sous la pluie, rien résolu, et c’était exactement ce qu’il fallait.
		meal: Pour une fois j’ai cuisiné. Il est resté poli à propos du riz.
		call: Nora a le poste ici, donc ils restent. Les petits-déjeuners du dimanche sont sauvés.
	`,
	noor: `
		job: Traductrice, arabe et anglais
		food: Végétarienne ; l’aubergine sous toutes ses formes
		how: Quatre ans de colocation au-dessus de la boulangerie
		note: Lit tout. Lui prêter des livres, ils reviennent avec du crayon dans les marges.
		tag: colocation
		next: Lui prêter le Szymborska
		next: Lui dire que la boulangerie va fermer
		met: Monté son bureau sur six étages. Le bureau vit désormais chez le voisin du quatrième.
		call: Elle a fini le roman, six cents pages, et les personnages lui manquent.
		meal: Feuilles de vigne farcies à la chaîne, à trois, et sa mère qui corrigeait depuis Beyrouth en vidéo. @ Chez Noor
		message: « Quel mot as-tu pour l’odeur après la pluie ? » Une heure de débat.
		event: Lecture à la librairie. Elle a lu dans les deux langues, plus un bruit dans la salle.
		call: Sa mère vient pour trois mois. Elle nettoie derrière les radiateurs.
		met: Au marché avec sa mère, qui a marchandé le persil et gagné.
		video: Depuis Beyrouth, sur le balcon. Deux coupures de courant, deux retours sous les applaudissements.
		meal: Petit-déjeuner à l’ancienne boulangerie, même table, même assiette ébréchée. @ La boulangerie
		met: Elle est finaliste du prix de traduction et me l’a annoncé comme une contravention.
	`
};
