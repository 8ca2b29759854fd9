/** Les titres, par clé de `plannedReminders`. */
export const reminders = `
	call-mum: Appeler Maman au sujet de l’ophtalmo
	gift-tom: Trouver un cadeau pour Tom
	june-garden: Arroser la serre de June
	plants: Arroser la plante du bureau (Jonas demanderait)
	photos: Envoyer à tous les photos du bateau
	choir: Payer la cotisation du chœur
	pan: Rendre sa casserole à Idris
	tenancy: Vérifier les détecteurs de fumée avec Vivienne
`;
