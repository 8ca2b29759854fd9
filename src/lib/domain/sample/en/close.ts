export const close = {
	ana: `
		job: Architect
		food: No coriander, ever
		how: Sat next to each other at our first choir rehearsal and both came in too early
		note: Two boys, Tiago and Luís. Draws on napkins; I keep the good ones.
		tag: choir
		next: Ask whether the flat gets the morning sun
		next: Send the recipe for the orange cake
		met: Concert in the chapel. Neither of us came in too early.
		meal: Grilled sardines on her roof; she drew the city hall as it should have been. @ Ana’s roof
		call: Luís broke his wrist falling off a wall he had been told not to climb.
		message: Her library won the regional prize. The jury liked the window seats that we tested.
		met: Sketched in the botanical garden. Mine looked like a potato with leaves.
		call: The firm offered her the office in Lyon. She is making lists with two columns.
		call: her move to Lyon
	`,
	grace: `
		job: Paediatric physiotherapist
		food: Very hot pepper sauce, on everything
		how: Tom brought her to Mum’s birthday and she beat us all at cards
		note: Tom’s wife. Ada and Zuri are the girls. Her mother rings at six: never call then.
		tag: family
		date: Zuri’s baptism | -60 | 2
		next: Ask about the new job
		meal: Jollof competition with her sister. I was on the jury and will never be forgiven. @ Their new flat
		call: She wants to open a practice of her own and knows exactly which street.
		met: Took the girls to the puppet theatre. Zuri warned the princess, loudly.
		message: Ada’s drawing of me: very tall, one shoe.
		met: Looked at the rooms for her practice. High ceilings, terrible carpet.
		call: The bank said yes.
		met: Painted the practice yellow until midnight, paint in our hair.
	`,
	june: `
		job: Retired botanist
		food: Gin and tonic at six precisely
		how: My landlady in the first year after university; stayed a friend
		note: Eighty-one and sharper than any of us. Large handwriting in letters, please.
		tag: garden
		date: Moved into the cottage | 05-01 | 24
		next: Bring the bulbs from Sofia
		letter: Four pages about moss, and one line about her hip, so the hip is bad.
		met: Visited with plums. She identified the caterpillar in the third one.
		call: The operation is set. She is more worried about the greenhouse.
		met: Watered the greenhouse for the second week. The orchid flowered for me and not for her.
		call: She is home, walking with a stick that belonged to a bishop.
		met: Drove her to the herbarium. They stood up when she came in.
		letter: She has sent me her field notebook of 1968 to type out. What an honour.
	`,
	mateusz: `
		job: Carpenter, stage sets
		food: Pierogi, and whatever is left on your plate
		how: Shared a rope by accident at the climbing hall
		note: Says little on the ground, sings on the wall.
		tag: climbing
		next: Return the blue carabiners
		met: Finally did the long yellow route. He sang all of it. @ Climbing hall
		met: Saw the set he built: a whole forest on wheels. @ Theatre
		message: Asks whether I have a spare Sunday and a strong back.
		meal: Pierogi for eleven. I pinched them wrong and was moved to washing up. @ Mateusz’s
		call: His father is ill in Gdańsk. He goes tonight by train.
		call: From Gdańsk: it was the heart, he is out of danger. They played chess on the ward.
		met: Back at the wall. He needed to be tired, so we climbed until they put out the lights. @ Climbing hall
	`,
	yuki: `
		job: Luthier
		food: Pescatarian; careful with eggs
		allergies: Shellfish
		how: I brought her a violin that had belonged to my grandfather
		note: Workshop smells of spruce and coffee. Closed on Mondays, so that is the day.
		tag: choir
		next: Take the case to be relined
		met: She opened grandfather’s violin: inside, in pencil, “for Rose, 1931”.
		meal: Hotpot in the workshop among eleven cellos. @ Yuki’s workshop
		call: Her visa is renewed for five years. She cried, then apologised for crying.
		event: The exhibition of makers. Her viola sold in the first hour.
		message: A short film of shavings falling. No words. Perfect.
		met: She let me cut one centimetre of a scroll. My hands shook.
		met: Tuned, lacquered and finished: heard the violin in the church, with nobody there. @ St Mary’s
	`,
	leila: `
		job: Cardiologist
		food: Saffron rice crust: fight her for it
		how: Patient in the next bed’s daughter; we shared the good vending machine
		note: Best at long walks and honest answers.
		tag: walking
		next: Ask how her mother finds the new flat
		met: Twelve miles along the ridge, and she talked the first ten. @ The ridge
		call: She turned down the post in Toronto, and is sure.
		meal: Dinner at her parents’. I was seated by the goldfish and told to keep it company.
		message: Recommends a podcast about octopuses. I now have opinions about octopuses.
		call: Night after a difficult case. We talked about bread instead.
		met: Helped her mother move to the ground floor. The carpet weighs as much as a horse.
		met: She is going to teach as well, two days a week, and has bought a very small briefcase.
	`,
	daniel: `
		job: Radio producer
		food: Groundnut soup; decaf after noon
		how: He interviewed me about the bakery and the microphone was off
		note: Godfather of nobody, uncle of everybody.
		tag: music
		next: Listen to the pilot and be honest
		met: Recorded the sound of the old lift for his archive. It groaned on cue.
		call: The series has been bought. Six episodes about bridges.
		meal: His mother’s groundnut soup, three helpings, no regrets. @ Daniel’s
		met: Jazz in the cellar bar. He knows the drummer, of course he knows the drummer.
		message: “Do you still have that voice note of the market? I need it. It’s art.”
		call: He and Ben have set a date, small, by the sea.
		met: Chose rings with him and Ben. I was the only one who cried.
	`,
	sofia: `
		job: Marine biologist
		food: Crispbread with everything; coffee, endless
		how: A night train that stopped in the snow for nine hours
		note: At sea for weeks at a time: write, she answers in harbour.
		tag: travel
		next: Ask about the seal they named after her
		mail: Long one from the research ship. She has seen the sea glow green.
		video: From the harbour in Tromsø, wind so loud we mostly waved.
		met: Two days with her in Gothenburg: islands, cardamom buns, her grandmother’s boat. @ Gothenburg
		message: A picture of her boots, frozen upright.
		call: The grant came through, three years of seals.
		letter: A real letter, with sand in it.
		call: She might take the teaching post on land and asked what I would miss if I were her.
	`,
	camille: `
		job: Bookseller
		food: Cheese is a food group
		how: Asked her for a book by its colour; she found it
		note: Shop is quiet on Tuesday mornings.
		tag: book club
		next: Order the atlas for Dad
		met: Helped with the stocktaking. Found a letter from 1974 in a Simenon.
		call: The rent is going up by a third. She is angry, organised, and making posters.
		event: The neighbourhood evening for the bookshop: ninety people in a space for thirty.
		meal: Raclette to thank the poster team. @ Above the bookshop
		message: The landlord has given in. THE LANDLORD HAS GIVEN IN.
		met: She is training a shop cat. The cat is training her.
		met: Picked my holiday books with my eyes closed. She is never wrong.
	`,
	hannah: `
		job: Civil engineer
		food: Gluten-free, cheerfully
		allergies: Wheat
		how: Exchange year; her family took me in
		note: Speaks to me in German when I have been lazy.
		tag: travel
		next: Practise the subjunctive before the next call
		video: Showed me the tunnel, two kilometres in, with her helmet lamp.
		call: She is expecting, due when the tunnel opens. Whichever comes first.
		letter: Sent a map of the tunnel with “here we first felt the baby kick”.
		video: Jakob, three days old, asleep through all of it.
		met: Visited them in Stuttgart. Jakob holds fingers as though they were cranes. @ Stuttgart
		call: Back at work half-time. The tunnel, she says, did not miss her.
		video: Jakob says one word. It is “digger”.
	`,
	ravi: `
		job: Chef, now teaching
		food: He will cook; do not bring food
		how: Cookery evening; he rescued my dal
		note: Sleeps late. Best reached after the lunch class.
		tag: cooking
		next: Ask for the name of the knife grinder
		met: Market at five in the morning, choosing tomatoes by ear, he claims.
		meal: Eleven small dishes on his birthday, and he did not sit down once. @ Ravi’s
		call: Closing the restaurant. Not sad, he says; the book-keeping was killing him.
		event: Last evening of the restaurant. People queued to say thank you.
		met: First class at the college. Twenty students with new knives and no fear.
		message: Sends the menu of the students’ final: carrot, five ways.
		meal: The students cooked for us. The third carrot was a revelation. @ The college
	`
};
