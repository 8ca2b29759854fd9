/** What is noted of an ordinary day, by kind: true of anybody. */
export const smallTalk = {
	message: `
		Sent the photo from the other evening.
		Wished good luck for tomorrow.
		Asked for the name of that film. Neither of us knew.
		A song that sounded like them.
		Found the scarf: it was in my bag all along.
		Running late, as announced by both of us at the same minute.
		A bad pun, answered by a worse one.
		Swapped holiday dates.
		Get-well message, and a picture of a very serious dog.
		Shared the article about sleep. Neither of us sleeps.
		Asked how the appointment went: fine.
		Good news about the keys.
		Congratulated, with fireworks.
		Recipe sent, with a warning about the salt.
		Sunset, from both windows at once.
		Said thank you for Saturday.
		Set a date, moved it, kept it.
		A photograph of a cloud in the shape of a boot.
		Borrowed the ladder by message, collected it by bicycle.
		Asked which of two shirts. The third.
	`,
	call: `
		Called from the train, in three parts, because of the tunnels.
		Ten minutes that became fifty.
		Just to hear a voice.
		Talked about work, then about not talking about work.
		Compared colds.
		Planned the weekend.
		Called back at last. No harm done.
		Cooked together by telephone, each at home.
		Asked for advice and got a story instead, which helped more.
		Laughed about the meeting with the umbrella.
		Short, both tired, good to hear.
		Talked through the big decision again; nearly there.
		Walked the whole way home while talking.
		News of everyone, in alphabetical order.
		Tried to remember the name of the hotel. It came an hour later by message.
		Listened to rain at both ends.
	`,
	met: `
		Coffee that lasted until they turned the chairs up.
		Walk along the river, ducks included.
		Ran into each other at the market and carried each other’s bags.
		Bench, sun, nothing in particular.
		Went to the exhibition; best part was the gift shop.
		Helped with the shelf. It is level, nearly.
		Half an hour between two trains.
		Cinema. We disagree about the ending.
		Flea market: one lamp, no regrets.
		Picked up the keys and stayed for tea.
		Walked the dog that neither of us owns.
		Second-hand books, three each, that was the rule. We broke it.
		Swimming pool at noon, lane for slow people and talkers.
		Sat on the steps with an ice cream.
	`,
	meal: `
		Soup and bread, and a long talk.
		Tried the new place on the corner. The old one was better.
		Pancakes, because it was one of those days.
		Lunch in the park, wasp included.
		Noodles at the counter, side by side.
		Cooked far too much and wrapped up the rest.
		Breakfast before work: we should do that more often.
		Leftovers, promoted to a feast.
		The risotto took forty minutes and so did the story.
		Curry, too hot, nobody admitted it.
	`,
	video: `
		Video with both coffees in the picture.
		Tour of the redecorated room.
		Frozen screens, good moods.
		Everybody waved at the end for far too long.
		Worked in silence together for an hour, cameras on.
		Showed each other the view.
	`
};
