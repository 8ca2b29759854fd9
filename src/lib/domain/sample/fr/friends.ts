export const friends = {
	agnes: `
		job: Conductrice de train à la retraite
		food: Les sandwichs coupés en triangles
		note: La sœur de Papa. Première femme de son dépôt ; lui demander la neige de 1979.
		tag: famille
		next: Lui redemander l’histoire de la chèvre échappée, et l’enregistrer
		call: Elle s’est acheté une tente. À soixante-quatorze ans.
		met: Conduit le petit train à vapeur avec elle pour son anniversaire. Elle a corrigé le mécanicien.
		letter: Carte postale de la tente : « Il a plu. Merveilleux. »
		call: Fâchée avec Papa pour le bateau, elle veut que je reste en dehors, après m’avoir tout raconté.
		meal: Déjeuner de paix avec Papa. Sandwichs triangulaires, pas de politique. @ Chez Agnès
	`,
	elias: `
		job: Professeur de physique
		food: Les olives de son village, les autres ne comptent pas
		how: Le foot du jeudi, avant mon genou
		tag: football
		next: Lui rendre les gants de gardien
		met: Regardé l’éclipse partielle avec sa classe, à travers trente passoires.
		call: Il entraîne les moins de dix ans. Perdu 11 à 0, ils étaient ravis.
		message: Photo du premier but de la saison, floue de joie.
		meal: Agneau de Pâques dans le jardin de son beau-frère, on m’a donné la broche à tourner.
		call: Cherche un appartement avec de la place pour deux télescopes et un bébé.
	`,
	minhanh: `
		job: Illustratrice
		food: Le pho de sa grand-mère ; pas de cacahuètes
		allergies: Cacahuètes
		how: Elle dessinait tout le wagon et m’a donné mon portrait
		note: Dessine en réunion, se souvient de tout.
		next: Lui demander un tirage du marché de nuit
		met: Dessiné au zoo. Le tapir la regardait comme s’il l’attendait.
		message: L’album a un éditeur ! Celui du camion timide.
		video: De Huế, sa grand-mère à côté d’elle, toutes deux corrigeant ma prononciation.
		event: Lancement du camion timide. Un enfant lui a demandé un autographe.
		call: Elle veut essayer l’animation et m’a demandé qui je connais. Je connais Daniel.
	`,
	priya: `
		job: Avocate, droit au logement
		food: Végane depuis peu ; ne pas parler de paneer
		how: Elle nous a fait rendre notre caution, à Noor et moi
		tag: club de lecture
		next: Lui demander le nom du médiateur
		met: Club de lecture chez elle : personne n’avait fini, la meilleure soirée jusqu’ici.
		call: Ses locataires ont gagné. Quarante familles restent.
		meal: Dégustation de fromages véganes. Neuf refusés sur onze. @ Chez Priya
		message: « Est-ce un crime d’adopter un troisième chat ? » Non.
		met: Promené le nouveau harnais des chats. Les chats se sont couchés en signe de protestation.
	`,
	oliver: `
		job: Mécanicien vélo
		food: La tarte aux amandes
		how: A réparé ma chaîne sous la pluie sans vouloir d’argent
		note: Fermé l’après-midi quand il fait beau.
		tag: vélo
		next: Prendre rendez-vous pour la révision de printemps
		met: Cent kilomètres jusqu’à la mer, vent dans le dos ; retour en train, du sable dans les chaussures.
		met: Il m’a appris à dévoiler une roue. La mienne est presque ronde.
		call: Une grande enseigne veut racheter l’atelier. Il a ri, puis s’est tu.
		message: Il a dit non, et construit un tandem pour fêter ça.
		met: Essayé le tandem. Nous sommes toujours amis.
	`,
	chloe: `
		job: Sommelière
		food: Les huîtres, sans rien
		how: Assis tous les deux à la mauvaise table d’un mariage
		next: Lui demander quelle bouteille pour l’anniversaire de Maman
		meal: Dégustation à l’aveugle chez elle ; j’ai fait l’éloge de l’eau du robinet.
		call: Elle quitte l’hôtel pour faire du vin avec sa cousine.
		message: Une photo de pieds violets.
		met: Deux jours de vendanges. J’ai mal partout et tout sent bon. @ Le vignoble
		call: Premier fût en bouteilles, quarante et une caisses, dont une à mon nom.
	`,
	ibrahim: `
		job: Data scientist
		food: Le thiéboudiène, au plat commun, main droite
		how: Rivaux de toujours au quiz du bar ; nous avons uni nos forces
		tag: quiz
		next: Apprendre les fleuves d’Afrique avant la finale
		met: Deuxièmes au quiz, à un fleuve près.
		call: Son frère vient faire ses études ici. C’est lui le plus stressé des deux.
		meal: Rencontré le frère, qui connaît tous les fleuves. Nous voilà trois.
		message: Un graphique de nos scores en fonction des biscuits mangés. La tendance est nette.
		met: Gagné. La coupe est en plastique et nous la chérirons. @ Bar de l’Ancre
	`,
	ingrid: `
		job: Glaciologue
		food: Le fromage brun, en tranches fines
		how: Égarés ensemble dans un musée à l’heure de la fermeture
		tag: voyages
		next: Demander si la carotte de glace a bien voyagé
		mail: De la banquise : une semaine à rêver en deux couleurs.
		call: De retour, elle dort fenêtres ouvertes et s’étonne des oiseaux.
		video: Elle m’a montré une bulle d’air vieille de huit mille ans.
		met: De passage avant un colloque ; quatre heures, trois musées.
		mail: Elle écrit un livre pour enfants sur la glace et cherche une lecture franche.
	`,
	lucas: `
		job: Professeur de capoeira, étudiant en kiné
		food: Les petits pains au fromage ; le café sans sucre est une insulte
		how: Le voisin du dessus qui s’est excusé des percussions avant que je les entende
		tag: voisins
		next: Demander s’il a eu son anatomie
		met: Roda au parc. On m’a laissé tenir le triangle.
		message: Sa mère est arrivée et connaît déjà toute la rue.
		meal: Feijoada pour toute la cage d’escalier, des chaises de chaque appart. @ La cour
		call: Anatomie ratée à deux points près ; on a fait des fiches sur la main.
		met: Interrogé sur la main. Vingt-sept os, aucune faute.
	`,
	aoife: `
		job: Harpiste
		food: Le pain au bicarbonate ; plus de lentilles depuis la tournée
		how: Le chœur l’avait empruntée pour un concert
		tag: chorale
		next: Demander des nouvelles de la pédale cassée
		event: Son récital : dix minutes d’accordage qui valaient déjà le déplacement.
		call: La harpe n’entre pas dans le nouvel ascenseur. Elle hésite entre l’escalier et une reconversion.
		met: On l’a portée à quatre. Elle bourdonnait à chaque palier.
		message: Un enregistrement du bébé des voisins qui s’endort au son de la harpe.
		call: En tournée en Galice, elle mange bien et n’a le mal du pays que le lundi.
	`,
	zeynep: `
		job: Pâtissière
		food: Du salé seulement, les jours de congé
		how: J’achetais ses simits chaque samedi, on a fini par se parler
		tag: cuisine
		next: Lui rapporter la bonne vanille
		meal: Tout un petit-déjeuner, vingt-deux petites assiettes, j’ai compté. @ Chez Zeynep
		call: Le four est mort la veille d’un mariage. Ravi a prêté le sien.
		message: Le gâteau a survécu à l’autoroute. La mariée a pleuré comme il faut.
		met: Appris à étirer la pâte. La sienne : une vitre. La mienne : un hamac.
		call: Elle ouvre une deuxième boutique, plus petite, rien que pour le thé.
	`,
	tariq: `
		job: Chauffeur de bus et poète
		food: La saison des mangues est sacrée
		how: Il a lu son poème au micro du bus ; j’ai raté mon arrêt
		tag: club de lecture
		next: Lui demander à lire le nouveau cycle, celui des dépôts
		met: Écouté à la scène ouverte ; même le barman a posé ses verres.
		message: Deux vers pour mon anniversaire, sur les ronds-points, étrangement émouvants.
		call: Un petit éditeur publiera quarante pages des poèmes du dépôt.
		meal: Des mangues sur le muret de la bibliothèque, du jus jusqu’aux coudes.
		met: Relu les épreuves à deux, une heure sur une virgule. La virgule reste.
	`,
	elena: `
		job: Marionnettiste
		food: La banitsa ; a la main lourde sur la rakia
		how: La personne tirée du public, c’était moi
		next: Lui raconter Zuri et la princesse
		met: Porté le géant à travers la vieille ville. J’étais le genou gauche.
		call: Le théâtre perd ses locaux à l’automne. Elle est calme, ce qui est pire.
		message: Une vidéo de la princesse qui fait coucou, pour Zuri.
		met: Vu la répétition dans le garage qui lui sert de scène. C’est mieux que le théâtre.
		call: Elle rentre à Plovdiv pour le printemps, s’occuper de sa grand-mère.
	`,
	hugo: `
		job: Pompier
		food: Des portions énormes, pas de questions
		how: Notre chat, son échelle
		note: Né un 29 février : il ne compte que les vrais anniversaires.
		tag: course à pied
		next: Demander pour l’examen de lieutenant
		met: Monté l’escalier du château d’eau en courant. Lui, deux fois, pendant ce temps.
		call: Un gros feu jeudi ; tout le monde est sorti. Il voulait parler de vacances.
		meal: Quarante crêpes à la caserne, alarme à la douzième. @ La caserne
		message: Photo d’un caneton dans un casque. Les sept sauvés de l’égout.
		met: Il apprend le tricot pour les gardes de nuit. L’écharpe n’a pas prévu de finir.
	`,
	meiling: `
		job: Créatrice de jeux
		food: Tout, pourvu qu’on partage
		how: Imbattable à tous les jeux d’un week-end de pluie
		tag: jeux
		next: Lui envoyer les règles du jeu du grenier
		met: Testé son prototype sur les phares. J’ai coulé quatre bateaux exprès.
		call: Elle déménage avec neuf cents jeux. Les déménageurs ont demandé un catalogue.
		met: Les phares, version douze. Personne n’a voulu s’arrêter pour dîner.
		message: Il est nommé ! Pour le prix avec la drôle de petite statue.
		video: De Taipei avec son père, qui déplace les pions quand elle regarde ailleurs.
	`,
	isabel: `
		job: Tisserande, enseigne la teinture
		food: Les pommes de terre : elle en nomme deux cents
		how: Son atelier indigo ; les mains bleues pendant une semaine
		tag: artisanat
		next: Lui apporter des coques de noix pour la teinture
		met: Teint la laine aux pelures d’oignon. Exactement la couleur de sa porte.
		call: Une exposition à Cusco veut la grande tenture. Encore faut-il la finir.
		met: Tenu l’écheveau trois heures et entendu toute l’histoire de son village.
		message: La tenture, finie, par terre, avec le chat au milieu.
		letter: De Cusco, avec un fil du rouge qu’elle cherchait.
	`,
	fatou: `
		job: Directrice d’école primaire
		food: Le mafé du dimanche
		how: Une lecture dans sa classe, et des questions très dures
		tag: école
		next: Proposer de revenir lire au printemps
		met: Lecture chez les CE1. Première question : « Tu as quel âge, en vieux ? »
		call: Le toit du gymnase fuit encore ; elle a invité le maire à se mettre dessous.
		event: Kermesse. Je tenais la pêche à la ligne ; des enfants de six ans m’ont tout volé.
		message: Le maire est venu, s’est fait mouiller, a signé.
		call: Elle note les recettes de sa mère et ne sait pas peser « une poignée de patience ».
	`,
	nathan: `
		job: Ingénieur du son
		food: Le barbecue, objet de débats
		how: Travaillait avec Daniel sur la série des ponts
		tag: musique
		next: Demander des nouvelles de l’enregistrement des grenouilles
		met: Écouté un pont par en dessous, micros de contact. Il chante dans le vent.
		call: Il passe l’été chez ses parents dans l’Ohio ; son père oublie des choses.
		mail: Une longue lettre sur son père, qui sait encore toutes les chansons.
		video: Son père nous a joué de l’harmonica et a demandé mon nom deux fois, gentiment.
		call: De retour, fatigué, content d’y être allé. M’a rapporté un harmonica.
	`,
	amelie: `
		job: Sage-femme
		food: Ce qui se mange debout
		how: Formée par Maman
		note: De nuit souvent : écrire d’abord.
		tag: course à pied
		next: Demander comment s’est passée la millième naissance
		met: Couru le long du canal à son rythme, donc surtout écouté.
		call: Neuf cents bébés, elle note les prénoms dans un cahier d’écolier.
		meal: Déjeuner avec elle et Maman ; elles parlent d’accouchements comme d’autres de foot.
		message: Des jumeaux dans l’ascenseur du centre commercial. Ils portent le nom du réparateur.
		met: Semi-marathon, passé la ligne main dans la main.
	`
};
