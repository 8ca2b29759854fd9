/** Ce qu'on note d'un jour ordinaire, par genre : vrai de n'importe qui. */
export const smallTalk = {
	message: `
		Envoyé la photo de l’autre soir.
		Bonne chance pour demain.
		Cherché le nom de ce film. Personne ne savait.
		Une chanson qui lui ressemblait.
		L’écharpe est retrouvée : elle était dans mon sac depuis le début.
		En retard, annoncé des deux côtés à la même minute.
		Un mauvais jeu de mots, puis un pire en réponse.
		Échangé nos dates de vacances.
		Bon rétablissement, avec la photo d’un chien très sérieux.
		Partagé l’article sur le sommeil. Personne ne dort.
		Pris des nouvelles du rendez-vous : tout va bien.
		Bonnes nouvelles des clés.
		Félicitations, avec feux d’artifice.
		Recette envoyée, mise en garde sur le sel comprise.
		Le coucher de soleil, de nos deux fenêtres en même temps.
		Merci pour samedi.
		Date fixée, déplacée, tenue.
		Photo d’un nuage en forme de botte.
		Échelle empruntée par message, récupérée à vélo.
		Laquelle de ces deux chemises ? La troisième.
	`,
	call: `
		Appel depuis le train, en trois parties, à cause des tunnels.
		Dix minutes qui sont devenues cinquante.
		Juste pour entendre une voix.
		Parlé du travail, puis de ne plus parler du travail.
		Comparé nos rhumes.
		Préparé le week-end.
		Rappelé, enfin. Sans rancune.
		Cuisiné ensemble au téléphone, chacun chez soi.
		Demandé un conseil, reçu une histoire, ce qui aidait plus.
		Ri de la réunion au parapluie.
		Bref, fatigue des deux côtés, mais ça fait du bien.
		Reparlé de la grande décision ; on y est presque.
		Rentré à pied en parlant tout du long.
		Des nouvelles de tout le monde, par ordre alphabétique.
		Cherché le nom de l’hôtel. Il est revenu une heure après, par message.
		Écouté la pluie aux deux bouts du fil.
	`,
	met: `
		Un café jusqu’à ce qu’on retourne les chaises.
		Promenade au bord de l’eau, canards compris.
		Croisés au marché, chacun portant les sacs de l’autre.
		Un banc, du soleil, rien de spécial.
		L’exposition ; le meilleur moment, c’était la boutique.
		Aidé pour l’étagère. Elle est droite, presque.
		Une demi-heure entre deux trains.
		Cinéma. Désaccord sur la fin.
		Brocante : une lampe, aucun regret.
		Passé prendre les clés, resté pour le thé.
		Promené un chien qui n’est à aucun de nous deux.
		Livres d’occasion, trois chacun, c’était la règle. Règle enfreinte.
		Piscine à midi, couloir des lents et des bavards.
		Une glace, sur les marches.
	`,
	meal: `
		De la soupe, du pain, une longue conversation.
		Testé la nouvelle adresse du coin. L’ancienne était mieux.
		Des crêpes, parce que c’était un de ces jours.
		Déjeuner au parc, guêpe comprise.
		Des nouilles au comptoir, côte à côte.
		Beaucoup trop cuisiné, emballé le reste.
		Petit-déjeuner avant le travail : à refaire plus souvent.
		Des restes, promus festin.
		Le risotto a pris quarante minutes, l’histoire aussi.
		Un curry trop fort, personne ne l’a avoué.
	`,
	video: `
		Visio, nos deux cafés à l’image.
		Visite de la pièce repeinte.
		Écrans figés, bonne humeur.
		À la fin tout le monde a fait coucou beaucoup trop longtemps.
		Une heure à travailler ensemble en silence, caméras allumées.
		Chacun a montré sa vue.
	`
};
