/** Titles by the keys of `plannedReminders`. */
export const reminders = `
	call-mum: Ring Mum about the eye clinic
	gift-tom: Find a present for Tom
	june-garden: Water June’s greenhouse
	plants: Water the office plant (Jonas would ask)
	photos: Send round the photos of the boat
	choir: Pay the choir subscription
	pan: Give Idris his pan back
	tenancy: Check the smoke alarms with Vivienne
`;
