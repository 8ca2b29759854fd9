export const friends = {
	agnes: `
		job: Retired train driver
		food: Sandwiches cut in triangles
		note: Dad’s sister. First woman at her depot; ask her about the snow of 1979.
		tag: family
		next: Ask for the story of the runaway goat again, and record it
		call: She has bought a tent. At seventy-four.
		met: Drove the little steam train with her for her birthday. She corrected the driver.
		letter: Postcard from the tent: “Rained. Marvellous.”
		call: Quarrelled with Dad over the boat and wants me to stay out of it, after telling me everything.
		meal: Peace lunch with Dad. Triangular sandwiches, no politics. @ Agnes’s
	`,
	elias: `
		job: Physics teacher
		food: Olives from his village, nothing else counts
		how: Football on Thursdays, before my knee
		tag: football
		next: Return the goalkeeper gloves
		met: Watched the partial eclipse with his class through thirty colanders.
		call: He is coaching the under-tens. They lost 11–0 and had a wonderful time.
		message: Sends a photograph of the first goal of the season, blurred with joy.
		meal: Easter lamb in the garden of his brother-in-law, and I was put in charge of the spit.
		call: Looking for a flat with room for two telescopes and a baby.
	`,
	minhanh: `
		job: Illustrator
		food: Her grandmother’s pho; no peanuts
		allergies: Peanuts
		how: She drew everyone on the train and gave me mine
		note: Draws in meetings, remembers everything.
		next: Ask for a print of the night market
		met: Drew at the zoo. The tapir looked at her as if it had been waiting.
		message: The picture book has a publisher! It is the one about the shy lorry.
		video: From Huế, grandmother at her side, both correcting my pronunciation.
		event: The launch of the shy lorry. A child asked it for an autograph.
		call: She wants to try animation and asked who I know. I know Daniel.
	`,
	priya: `
		job: Lawyer, housing law
		food: Newly vegan; do not mention paneer
		how: She won Noor and me our deposit back
		tag: book club
		next: Ask for the name of the mediator
		met: Book club at hers: nobody had finished it, the best evening so far.
		call: Her tenants won. Forty families stay.
		meal: Vegan cheese tasting. We have rejected nine of eleven. @ Priya’s
		message: “Is it a crime to adopt a third cat?” It is not.
		met: Walked the cats’ new harness. The cats lay down in protest.
	`,
	oliver: `
		job: Bicycle mechanic
		food: Bakewell tart
		how: Mended my chain in the rain and would not take money
		note: Closed in the afternoons when the weather is good.
		tag: cycling
		next: Book the spring service
		met: Sixty miles to the sea with a tailwind; train back with sand in our shoes.
		met: He taught me to true a wheel. Mine is now almost round.
		call: A big chain wants to buy the shop. He laughed, then went quiet.
		message: He has said no, and built a tandem to celebrate.
		met: Rode the tandem. We are still friends.
	`,
	chloe: `
		job: Sommelier
		food: Oysters, with nothing on them
		how: Sat at the wrong table at a wedding, both of us
		next: Ask which bottle for Mum’s birthday
		meal: Blind tasting at hers; I praised the tap water.
		call: She is leaving the hotel to make wine with her cousin.
		message: A picture of purple feet.
		met: Two days of harvest. Everything hurts and smells wonderful. @ The vineyard
		call: First barrel bottled, forty-one cases, and one with my name on it.
	`,
	ibrahim: `
		job: Data scientist
		food: Thieboudienne, shared dish, right hand
		how: Lifelong rival in the pub quiz; we joined forces
		tag: quiz
		next: Learn the rivers of Africa before the final
		met: Second in the quiz, by one river.
		call: His brother is coming over to study. He is more nervous than his brother.
		meal: Met the brother, who knows all the rivers. We have a third member.
		message: A graph of our quiz scores against biscuits eaten. The trend is clear.
		met: Won. The cup is plastic and we shall treasure it. @ The Anchor
	`,
	ingrid: `
		job: Glaciologist
		food: Brown cheese, in thin slices
		how: Got lost together in a museum at closing time
		tag: travel
		next: Ask how the core sample travelled
		mail: From the ice: she dreamt in only two colours for a week.
		call: Back home, sleeping with the windows open, surprised by birds.
		video: Showed me a bubble of air eight thousand years old.
		met: She came through on the way to a conference; four hours, three museums.
		mail: She is writing a book for children about ice and wants an honest reader.
	`,
	lucas: `
		job: Capoeira teacher, physiotherapy student
		food: Cheese bread; coffee without sugar is an insult
		how: Upstairs neighbour who apologised for the drums before I had heard them
		tag: neighbours
		next: Ask whether he passed anatomy
		met: Roda in the park. I was allowed to hold the triangle.
		message: His mother has arrived and already knows the whole street.
		meal: Feijoada for the stairwell, chairs from every flat. @ The courtyard
		call: Failed anatomy by two points; we made flash cards of the hand.
		met: Tested him on the hand. Twenty-seven bones, no mistakes.
	`,
	aoife: `
		job: Harpist
		food: Soda bread; no lentils after the tour
		how: The choir borrowed her for a concert
		tag: choir
		next: Ask after the harp’s broken pedal
		event: Her solo evening: she tuned for ten minutes and that alone was worth it.
		call: The harp does not fit in the new lift. She is considering the staircase or a new career.
		met: Four of us carried it. It hummed at every landing.
		message: A recording of the neighbours’ baby falling asleep to the harp.
		call: On tour in Galicia, eating well, and homesick only on Mondays.
	`,
	zeynep: `
		job: Pastry chef
		food: Savoury only, on days off
		how: Queued for her simit every Saturday until we started talking
		tag: cooking
		next: Bring the good vanilla from the island shop
		meal: A whole breakfast table, twenty-two little plates, I counted. @ Zeynep’s
		call: The oven died the night before a wedding. Ravi lent his.
		message: The cake survived the motorway. The bride cried in the right way.
		met: Learnt to stretch dough. Hers was a window, mine was a hammock.
		call: Opening a second shop, smaller, only for tea.
	`,
	tariq: `
		job: Bus driver and poet
		food: Mango season is holy
		how: He read his poem over the bus loudspeaker; I missed my stop
		tag: book club
		next: Ask to read the new cycle, the one about depots
		met: Heard him at the open evening; even the barman put down the glasses.
		message: Two lines for my birthday, about roundabouts, strangely moving.
		call: A small press will print forty pages of the depot poems.
		meal: Mangoes on the wall behind the library, juice to the elbows.
		met: Proofread together, arguing over one comma for an hour. The comma stays.
	`,
	elena: `
		job: Puppeteer
		food: Banitsa; pours rakia with a heavy hand
		how: I was the volunteer from the audience
		next: Tell her about Zuri and the princess
		met: Helped carry the giant through the old town. I was the left knee.
		call: The theatre loses its rooms in autumn. She is calm, which is worse.
		message: A video of the princess puppet waving, for Zuri.
		met: Saw the rehearsal in the garage that is her new stage. It is better than the theatre.
		call: She is going home to Plovdiv for the spring, to look after her grandmother.
	`,
	hugo: `
		job: Firefighter
		food: Enormous portions, no questions
		how: Our cat, his ladder
		note: Birthday on 29 February: he counts only the real ones.
		tag: running
		next: Ask about the exam for lieutenant
		met: Ran the stairs of the water tower. He did it twice, in the meantime.
		call: A bad fire on Thursday; everyone out. He wanted to talk about holidays.
		meal: Forty pancakes at the station, alarm after the twelfth. @ The fire station
		message: Picture of a duckling in a helmet. All seven saved from the drain.
		met: He is learning to knit, for the night shifts. The scarf has no plan to end.
	`,
	meiling: `
		job: Game designer
		food: Anything, as long as it is shared
		how: Beat me at every board game on a rainy weekend
		tag: games
		next: Send her the rules of the game from the attic
		met: Tested her prototype about lighthouses. I sank four ships on purpose.
		call: Moving flats with nine hundred games. The removal men asked for a catalogue.
		met: The lighthouse game, version twelve. Nobody wanted to stop for supper.
		message: It is nominated! For the prize with the funny little statue.
		video: From Taipei with her father, who moves pieces when she looks away.
	`,
	isabel: `
		job: Weaver and dye teacher
		food: Potatoes: she can name two hundred
		how: Her workshop on indigo; my hands stayed blue for a week
		tag: craft
		next: Bring walnut shells for the dye pot
		met: Dyed wool with onion skins. It came out the colour of her front door.
		call: An exhibition in Cusco wants the long hanging. She has to finish it first.
		met: Held the yarn for three hours and heard the whole story of her village.
		message: The hanging, finished, on her floor, with the cat in the middle.
		letter: From Cusco, with a thread of the red she had been looking for.
	`,
	fatou: `
		job: Headteacher, primary school
		food: Mafé on Sundays
		how: I came to read to her class and was asked very hard questions
		tag: school
		next: Offer to read again in the spring
		met: Read to the second years. Question one: “Are you old?”
		call: The roof of the gym leaks again; she has invited the mayor to stand under it.
		event: School fair. I ran the fishing game and was cheated by six-year-olds.
		message: The mayor came, got wet, and signed.
		call: She is writing down her mother’s recipes and cannot measure a “handful of patience”.
	`,
	nathan: `
		job: Sound engineer
		food: Barbecue, argued over
		how: Worked with Daniel on the bridges series
		tag: music
		next: Ask about the recording of the frogs
		met: Listened to a bridge from below with contact microphones. It sings in the wind.
		call: He is spending the summer with his parents in Ohio; his dad forgets things now.
		mail: Wrote at length about his dad, who still knows every song.
		video: His dad played the harmonica for us and asked my name twice, kindly.
		call: Back, tired, glad he went. Brought me a harmonica.
	`,
	amelie: `
		job: Midwife
		food: Whatever can be eaten standing
		how: Mum trained her
		note: Night shifts: write first.
		tag: running
		next: Ask how the thousandth went
		met: Ran along the canal at her pace, so mostly I listened.
		call: Nine hundred babies, she keeps a list of the first names in a school notebook.
		meal: Lunch with her and Mum; they talk about births the way others talk about football.
		message: Twins in the lift of the shopping centre. Both called after the lift engineer.
		met: Half marathon, hand in hand over the line like idiots.
	`
};
