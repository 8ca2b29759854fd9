export const inner = {
	claire: `
		nickname: Mum
		job: Retired midwife
		food: Lemon tart, strong tea; cannot stand aniseed
		note: Ring, don’t text: she puts her phone in the bread bin “so that it can rest”.
		tag: family
		next: Bring back her big blue casserole
		next: Ask what the physiotherapist said
		call: Her knee is better with the new exercises. She walked to the harbour and back, twice.
		meal: Made her mother’s fish pie from memory and cried a little over the mustard. @ Her kitchen
		call: Went through the attic on the phone: we are keeping the sledge, giving away the encyclopaedias.
		met: Planted the two apple trees. She has named them after the midwives she trained with.
		video: Showed me how to fold dumplings, phone leaning on the flour jar. Saw mostly ceiling.
		letter: Sent me Dad’s letters from military service. Read three, kept the rest for a quiet evening.
		call: Worried about Maud from next door, who forgot the gas again. She will talk to the daughter.
		met: Took her to the eye clinic. All fine, and we had cake on the way home to celebrate.
		call: She has joined a choir and swears she only mouths the words. She does not.
		call: The roof is mended at last. She fed the roofers soup, so they took two days more.
	`,
	paul: `
		nickname: Dad
		job: Retired surveyor
		food: Anything with potatoes
		allergies: Penicillin
		note: Still draws a map for every set of directions. Keep them: they are lovely.
		tag: family
		next: Show him the photos of the canal boat
		call: Long talk about whether to sell the boat. He says yes, then describes the next trip.
		met: Walked the coast path with him, nine miles, and he knew every field boundary.
		message: Sent me a picture of a heron with the words “my new colleague”.
		call: He is learning Italian from an app and only says things about boys eating apples.
		meal: His famous potato omelette, and the story of the bridge in Oporto again. I let him tell it. @ Dad’s boat
		met: Fixed my bookshelves with him. He brought four spirit levels.
		call: Blood pressure is down. He cut out salt and complains like a poet.
		mail: Forwarded the scan of great-grandfather’s school report: “cheerful, does not listen”.
		call: He wants all of us on the canal in the long holidays, and has drawn the map already.
	`,
	tom: `
		nickname: Tom
		job: Secondary-school teacher, geography
		food: No mushrooms since the camping trip
		note: Little brother. Says “fine” when it is not: ask twice.
		tag: family
		date: anniversary | +11 | 7
		next: Offer to take the girls for a weekend
		call: First day at the new school. Thirty-one teenagers and a broken projector; he loved it.
		met: Helped them move. The piano stays in the hall until somebody braver comes.
		meal: Pizza on the floor between the boxes, with Grace and the girls asleep on coats. @ Their new flat
		call: He asked how I manage money. Sent him my spreadsheet, he sent back a drawing of himself drowning.
		message: Photo of Ada’s first tooth, lost in a carrot.
		video: Sang happy birthday to Ada through a frozen screen; she thought it was a game.
		met: Swam in the lake before breakfast. He talked about Dad getting older, for the first time.
		call: Inspection week is over. “Good”, the report says, and he has slept eleven hours.
		met: Ran the ten kilometres together. He waited for me at nine and pretended to tie his shoe.
		call: They are thinking about a year abroad with the girls. He wants to know what I think, honestly.
	`,
	idris: `
		job: Nurse, paediatric emergency
		food: Does not eat pork or drink; makes the best mint tea there is
		how: Same corridor in our first year at university; he lent me a pan and never got it back
		where: University
		note: My oldest friend. Works nights in alternate weeks, so check before ringing.
		tag: university
		next: Give the pan back, in front of witnesses
		next: Ask how Yasmine’s exam went
		meal: Lentil soup at his place at two in the morning, after his shift and my deadline. @ Idris’s
		call: Hard week on the ward. I mostly listened.
		met: Watched the final in the café with the tiny television. He hid behind the coat stand for the penalties.
		message: He passed the specialist exam! Eleven exclamation marks, which is ten more than usual.
		met: Went to choose a suit for his sister’s wedding. We came out with a lamp.
		event: Yasmine’s wedding in the garden hall. Danced with his grandmother, who leads.
		call: Talked about moving in with Nora. He is happy and terrified, in that order.
		met: Walked round the reservoir in the rain and solved nothing, which was exactly right.
		meal: Cooked for him for once. He was polite about the rice.
		call: Nora got the job here, so they are staying. Sunday breakfasts are saved.
	`,
	noor: `
		job: Translator, Arabic and French
		food: Vegetarian; aubergine in every form
		how: Flatmates for four years above the bakery
		note: Reads everything. Lend her books and expect them back with pencil in the margins.
		tag: flatmates
		next: Lend her the Szymborska
		next: Tell her about the bakery closing
		met: Carried her desk up six floors. The desk now lives with the neighbour on four.
		call: She has finished the novel, all six hundred pages, and misses the characters.
		meal: Stuffed vine leaves, an assembly line of three, and her mother correcting us from Beirut on video. @ Noor’s
		message: “Which word do you have for the smell after rain?” We argued for an hour.
		event: Reading at the bookshop. She read in both languages and the room went completely still.
		call: Her mother is coming for three months. She is cleaning behind the radiators.
		met: Market with her mother, who haggled over parsley and won.
		video: From Beirut, on the balcony. Power went twice and came back to applause.
		meal: Breakfast at the old bakery, same table, same chipped plate. @ The bakery
		met: She is shortlisted for the translation prize and told me as though it were a parking ticket.
	`
};
