/** The only topics there are: `kith/1/` and 64 hexadecimal digits. */
const shape = /^kith\/1\/[0-9a-f]{64}$/;

export const topicLength = 'kith/1/'.length + 64;

/** @param {unknown} topic */
export const isTopic = (topic) => typeof topic === 'string' && topic.length === topicLength && shape.test(topic);
