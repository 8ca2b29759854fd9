export const others = {
	odile: `
		job: Couturière à la retraite
		note: L’appartement d’en face. A notre double des clés, et des avis sur les poubelles.
		tag: voisins
		met: Elle a pris le colis et raccourci les rideaux qui étaient dedans.
		meal: Madeleines sur le palier pendant que le plombier faisait des dégâts.
		met: Montré comment appeler son petit-fils en vidéo. Elle s’était habillée pour l’occasion.
	`,
	walter: `
		job: Horloger à la retraite
		note: Rez-de-chaussée. Toutes ses pendules sont à l’heure, sauf sa préférée.
		tag: voisins
		met: Il m’a expliqué le cadran lunaire jusqu’à ce qu’il y ait une lune.
		call: Me demande de remonter les pendules pendant ses vacances ; neuf pages d’instructions.
		met: Rendu les clés. Une seule pendule retardait, il était ravi de la trouver.
	`,
	jonas: `
		job: Chef de produit
		tag: ancien travail
		how: Trois ans à partager un bureau et une plante
		meal: Déjeuner dans ce qui remplace l’ancienne cantine. L’affreuse soupe nous manque.
		mail: Il part à Leipzig, la plante est à moi maintenant.
		video: Présenté la plante à son nouveau bureau, face caméra.
	`,
	kenji: `
		job: Interprète
		tag: travail
		how: Deux jours en cabine à un congrès sur les vannes
		mail: Merci pour le glossaire. Il y a ajouté onze mots pour « joint ».
		met: Café entre deux séances. Il collectionne les tampons de gare dans quarante petits carnets.
		message: Le tampon de la gare la plus au nord, pour mon frigo.
	`,
	rosa: `
		job: Directrice de la communication
		tag: travail
		how: Ma première cliente
		meal: Déjeuner de budget devenu un long déjeuner sur le groupe de sa fille.
		call: Elle a donné mon nom au musée, sans qu’on le lui demande.
		event: Le groupe de sa fille, dans un parking, étonnamment bon.
	`,
	bogdan: `
		job: Plombier, joue de l’accordéon
		note: Vient à l’heure. Payer en liquide et en gâteau.
		met: Changé la chaudière, resté pour trois chansons.
		call: Conseil téléphonique pour la fuite : « Tournez dans l’autre sens. »
		event: Son orchestre de mariage sur la place. Il m’a fait un clin d’œil.
	`,
	nadia: `
		job: Pharmacienne
		tag: course à pied
		how: Le même groupe lent au club de course
		met: Groupe lent, grande boucle, sa liste de musiques de films.
		message: Elle a trouvé quel sirop va avec les comprimés de Papa. Une perle.
		met: Passée dans le groupe rapide, elle fait signe depuis l’avant.
	`,
	peter: `
		job: Cartographe
		tag: course à pied
		how: A dessiné les parcours du club
		met: Couru son nouveau parcours. Vu du ciel il écrit un mot ; il refuse de dire lequel.
		mail: La carte du nouveau parcours. Le mot est « goûter ».
		met: Parlé de son congé : il va longer la frontière à pied, toute la frontière.
	`,
	sunita: `
		job: Professeure de yoga
		how: Le cours débutants, deuxième tentative
		met: Tenu quatre secondes sur la tête.
		message: Elle change de salle ; même heure, plus de marches.
		met: Parlé de mon genou. Elle avait compris avant moi.
	`,
	emeka: `
		job: Entraîneur et éducateur
		tag: football
		how: Elias l’a amené au match du jeudi
		met: Aidé à tracer le terrain. Le rond central est un œuf.
		call: Cherche des crampons en petites tailles ; demandé à l’école.
		event: Le tournoi des moins de dix ans. Quatrièmes sur quatre, et la coupe du fou rire.
	`,
	laura: `
		job: Boulangère
		note: Connaît ma commande et mes nouvelles.
		how: La boulangerie d’en bas, avant le changement
		met: Le dernier pain, tiède, et une heure de potins entre deux clients.
		message: Elle vend la boulangerie à son apprentie.
		met: Son dernier matin. La queue faisait deux fois le coin de la rue.
	`,
	mikael: `
		job: Chercheur en foresterie
		tag: travail
		how: La seule autre personne au petit-déjeuner du colloque
		mail: L’article dont on avait parlé, et une photo de son sauna sous la neige.
		video: Visite de la parcelle, arbre par arbre, chacun a un nom.
		mail: Invitation au chalet de la Saint-Jean, avec un plan dessiné que Papa adorerait.
	`,
	thandiwe: `
		job: Conservatrice de musée
		tag: travail
		how: Table ronde sur les archives ; elle a posé la seule vraie question
		mail: Elle prépare une exposition sur les lettres et m’interroge sur le carnet de June.
		video: Une heure à parler de papier, sans voir le temps passer.
		mail: L’exposition s’appelle « Bons baisers ». La mousse de June y est.
	`,
	vivienne: `
		job: Gardienne de notre immeuble
		note: Le chien s’appelle Ministre.
		tag: voisins
		met: Ministre a choisi mon paillasson. Nous avons trouvé un accord.
		message: Coupure d’eau jeudi, de neuf à onze, souligné deux fois.
		met: Monté ses plants de tomates sur le toit. Paiement en tomates.
	`,
	arjun: `
		job: Dentiste
		tag: club de lecture
		how: Club de lecture ; lit toujours les annexes
		met: Il a défendu le méchant quarante minutes et nous a presque convaincus.
		message: L’annexe du prochain livre est plus longue que le livre. Il est aux anges.
		met: Il a écrit une nouvelle, sur un dentiste, et l’a lue en rougissant.
	`,
	george: `
		job: Mon professeur d’histoire
		note: Il écrivait « pourquoi ? » dans chaque marge. Je le fais encore.
		how: Au lycée, il y a longtemps
		letter: Je lui ai écrit pour le remercier des marges.
		letter: Sa réponse, à la plume, avec un seul « pourquoi ? » à la fin.
	`,
	anneliese: `
		job: Ma mère d’accueil, année d’échange
		note: La mère de Hannah. Elle m’a appris à conduire, à siffler et à demander pardon.
		how: L’année d’échange à Stuttgart
		letter: Sa recette de biscuits de Noël, avec la ligne secrète qu’elle oubliait toujours.
		event: L’enterrement dans la petite église. Hannah a sifflé.
	`,
	carlos: `
		job: Guide de montagne
		tag: voyages
		how: Au refuge, le troisième jour de la grande marche
		mail: Les photos de la crête que nous avions manquée dans le brouillard.
		message: Il a une fille, Lucía, et une toute petite corde.
	`,
	yael: `
		job: Ingénieure logiciel
		tag: travail
		how: Deux orateurs, deux extinctions de voix
		mail: Envoyé les diapos, et les pastilles qu’on s’était promises.
		call: Elle a changé d’entreprise et recommande le miel.
	`,
	liam: `
		job: Éleveur de moutons
		how: À l’école ; assis derrière moi, lançait des choses
		met: Aux retrouvailles. Il s’est excusé pour la gomme de 1999.
		message: Deux cent douze agneaux, dont un qui vit dans la cuisine.
	`,
	marta: `
		job: Comptable
		tag: ancien travail
		how: Premier jour de mon premier travail, elle m’a montré la machine à café
		message: Son rappel pour la déclaration d’impôts, comme chaque année. Un ange.
		met: Croisée à la gare : cinq minutes, deux vies entières.
	`,
	hassan: `
		job: Chauffeur et conteur
		tag: voyages
		how: Nous a fait passer le col sous la neige, en chantant
		message: Un message vocal de la chanson dont nous avions perdu les paroles.
		message: Son fils entre à l’université à Rabat, en ingénierie.
	`,
	beatriz: `
		job: Dentiste pour enfants
		how: La sœur d’Ana
		meal: Anniversaire d’Ana ; elle a fait des tours de magie avec du sucre pour les garçons. @ Le toit d’Ana
		message: M’a demandé quoi offrir à Ana pour le nouvel appartement. Ce sera la lampe.
	`,
	sarah: `
		job: Réalisatrice de documentaires
		how: À la table de Daniel, soirée des prix ; on a parlé d’ascenseurs
		met: Rencontrée. Elle tourne un film sur ceux qui réparent : parlé d’Oliver et de Bogdan.
	`,
	vincent: `
		job: Jardinier, parcs de la ville
		how: Il a grondé à cause du vélo, puis m’a montré les chouettes
		met: M’a montré l’arbre aux chouettes, au parc, à la tombée du jour.
	`
};
