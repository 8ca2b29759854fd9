/** All that understanding a sentence takes; loaded when the field is first wanted. */
export { completeName } from '$lib/domain/sentence/complete-name';
export { loadLanguage } from '$lib/domain/sentence/language';
export { peopleIndex } from '$lib/domain/sentence/people-index';
export { draftOf, readSentence } from '$lib/domain/sentence/sentence';
export { phraseKey } from '$lib/domain/sentence/tokens';
