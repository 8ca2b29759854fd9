/** What happened with several people at once, by the keys of `gatherings`. */
export const together = `
	sunday: Long lunch for no reason. Dad drew the seating plan, Mum ignored it. @ Mum’s garden
	boat: Two days on the canal. Nobody fell in who did not mean to. @ Dad’s boat
	concert: The choir’s evening: Yuki in the second row, Aoife at the harp, full to the doors. @ The chapel
	bookclub: Book club at Camille’s. We talked about the book for almost ten minutes. @ The bookshop
	quiz: Quiz final, with half the street behind us. @ The Anchor
	moving: Carried Noor’s books. Eleven hands, counting Mateusz as three.
	mumbirthday: Mum’s birthday: forty people, one cake, three speeches, Ada conducting. @ Mum’s garden
	ridge: Day on the ridge, sandwiches in the fog, and suddenly the whole valley. @ The ridge
	jam: Made twelve jars of jam, sold none, ate two.
	bridges: First listening of the bridges, lights off, on the carpet. @ Daniel’s
	dinner: Ravi cooked, Zeynep brought dessert, and we did the washing-up in shifts. @ Ravi’s
	climbing: Took Lucas up the easy wall. He came down singing too. @ Climbing hall
	street: Street party. Odile danced with Walter; Minister ate a cake. @ Our street
	match: The old team against the under-tens. We lost, honestly.
	launch: Drinks for the shy lorry; Tariq made a poem on the spot. @ The bookshop
	snow: Snow! Sledge from the attic, four grown-ups, one hill.
	newyear: New Year’s Eve with raclette, harmonica and Mei-Ling’s lighthouse game.
	garden: Weeded June’s garden while she pointed with the bishop’s stick. @ June’s
	oyster: Oysters with Chloé and her cousin, plans for the harvest.
	race: Club race; the tandem followed along with the water. @ The canal
	puppets: Elena’s garage premiere. Zuri warned the princess again. @ Elena’s garage
	seals: Sofia’s evening of slides: two hundred seals, one story each. @ The bookshop
	farewell: Ana’s leaving dinner, napkins for everyone. @ Ana’s roof
`;
