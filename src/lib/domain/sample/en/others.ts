export const others = {
	odile: `
		job: Retired dressmaker
		note: Flat opposite. Has our spare key, and opinions on the bins.
		tag: neighbours
		met: She took in the parcel and shortened the curtains that were in it.
		meal: Madeleines on the landing while the plumber did his worst.
		met: Showed her how to ring her grandson on video. She dressed for it.
	`,
	walter: `
		job: Retired clockmaker
		note: Ground floor. All his clocks are right except the one he likes.
		tag: neighbours
		met: He explained the moon dial until there was a moon.
		call: Asked me to wind the clocks during his holiday; nine pages of instructions.
		met: Handed the keys back. Only one clock was slow and he was delighted to find it.
	`,
	jonas: `
		job: Product manager
		tag: old job
		how: Shared a desk and a plant for three years
		meal: Lunch in the old canteen’s replacement. We miss the terrible soup.
		mail: He is moving to Leipzig, the plant is mine now.
		video: Introduced the plant to his new office on camera.
	`,
	kenji: `
		job: Interpreter
		tag: work
		how: Two days in a booth at a congress about valves
		mail: Thanked me for the glossary. He has added eleven words for “seal”.
		met: Coffee between sessions. He collects station stamps in forty small books.
		message: Stamp from the northernmost station, for my fridge.
	`,
	rosa: `
		job: Head of communications
		tag: work
		how: My first client
		meal: Budget lunch that became a long one about her daughter’s band.
		call: She recommended me to the museum, without being asked.
		event: Her daughter’s band, in a car park, surprisingly good.
	`,
	bogdan: `
		job: Plumber, plays the accordion
		note: Comes on time. Pay in cash and cake.
		met: Changed the boiler and stayed for three songs.
		call: Advice about the leak by telephone: “Turn it the other way.”
		event: His wedding band at the square. He winked from the stage.
	`,
	nadia: `
		job: Pharmacist
		tag: running
		how: Same slow group at the running club
		met: Slow group, long loop, her playlist of film music.
		message: She found out which cough syrup is safe with Dad’s pills. Bless her.
		met: She moved up to the fast group and waves from the front.
	`,
	peter: `
		job: Cartographer
		tag: running
		how: Drew the club’s routes
		met: Ran his new route. It spells a word if seen from above; he will not say which.
		mail: The map of the new route. The word is “lunch”.
		met: Talked about his sabbatical: he will walk the border, all of it.
	`,
	sunita: `
		job: Yoga teacher
		how: Beginners’ course, second attempt
		met: Stood on my head for four seconds.
		message: She is changing studios; same hour, more stairs.
		met: Told her about the knee. She knew before I did.
	`,
	emeka: `
		job: Coach and youth worker
		tag: football
		how: Elias brought him to the Thursday game
		met: Helped line the pitch. The centre circle is an egg.
		call: Looking for boots in small sizes; asked at the school.
		event: The under-tens’ tournament. Fourth of four, and a cup for laughing.
	`,
	laura: `
		job: Baker
		note: Knows my order and my news.
		how: The bakery downstairs, before it changed hands
		met: Last loaf, warm, and an hour of gossip between customers.
		message: She is selling the bakery to her apprentice.
		met: Her farewell morning. The queue went round the corner, twice.
	`,
	mikael: `
		job: Forestry researcher
		tag: work
		how: The only other person at breakfast at the conference
		mail: The paper we talked about, and a picture of his sauna in the snow.
		video: He walked me through the forest plot, tree by tree, each with a name.
		mail: Invitation to the midsummer cabin, with a hand-drawn map Dad would love.
	`,
	thandiwe: `
		job: Museum curator
		tag: work
		how: Panel on archives; she asked the only real question
		mail: She is putting together a show on letters and asked about June’s notebook.
		video: Spoke for an hour about paper. Neither of us noticed the time.
		mail: The show is called “Wish you were here”. June’s moss is in it.
	`,
	vivienne: `
		job: Caretaker of our building
		note: Name of the dog: Minister.
		tag: neighbours
		met: Minister has chosen my doormat. We have come to terms.
		message: Water off on Thursday, nine to eleven, she underlined it twice.
		met: Carried her tomato plants to the roof. Payment in tomatoes.
	`,
	arjun: `
		job: Dentist
		tag: book club
		how: Book club; always reads the appendix
		met: He defended the villain for forty minutes and half convinced us.
		message: The appendix of next month’s book is longer than the book. He is thrilled.
		met: He has written a story himself, about a dentist, and read it out blushing.
	`,
	george: `
		job: My history teacher
		note: He wrote “why?” in every margin. I still do.
		how: School, years ago
		letter: Wrote to thank him for the margins.
		letter: His answer, in fountain pen, with one “why?” at the end.
	`,
	anneliese: `
		job: Host mother of my exchange year
		note: Hannah’s mother. She taught me to drive, to whistle and to say sorry.
		how: Exchange year in Stuttgart
		letter: Her Christmas biscuit recipe, with the secret one line that she always left out.
		event: The funeral in the little church. Hannah whistled.
	`,
	carlos: `
		job: Mountain guide
		tag: travel
		how: The hut on the third day of the long walk
		mail: Pictures from the ridge we missed in the fog.
		message: He has a daughter, Lucía, and a very small rope.
	`,
	yael: `
		job: Software engineer
		tag: work
		how: We were both speakers and both lost our voices
		mail: Sent the slides, and the cough sweets we had promised each other.
		call: She changed companies and recommends honey.
	`,
	liam: `
		job: Sheep farmer
		how: School; sat behind me and threw things
		met: At the reunion. He apologised for the eraser of 1999.
		message: Two hundred and twelve lambs, and one that lives in the kitchen.
	`,
	marta: `
		job: Accountant
		tag: old job
		how: First day of my first job, she showed me the coffee machine
		message: Her reminder about the tax form, as every year. An angel.
		met: Ran into her at the station: five minutes, whole lives.
	`,
	hassan: `
		job: Driver and storyteller
		tag: travel
		how: Drove us over the pass in the snow, singing
		message: A voice message of the song we could not remember.
		message: His son has started university in Rabat, engineering.
	`,
	beatriz: `
		job: Paediatric dentist
		how: Ana’s sister
		meal: Ana’s birthday; she did magic tricks with sugar cubes for the boys. @ Ana’s roof
		message: Asked what to give Ana for the new flat. We settled on the lamp.
	`,
	sarah: `
		job: Documentary maker
		how: Daniel’s table at the awards; we talked about lifts
		met: First met. She is making a film about people who repair things: told her about Oliver and Bogdan.
	`,
	vincent: `
		job: Gardener, city parks
		how: He told me off for the bicycle and then showed me the owls
		met: Showed me the owls’ tree in the park, at dusk.
	`
};
