const oldest = { major: 20, minor: 19 };

/**
 * What to tell someone whose Node is too old, or null.
 * @param {string} version as in `process.versions.node`
 */
export function nodeIsTooOld(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return null;
	return `Kith needs Node ${oldest.major}.${oldest.minor} or newer; this is ${version}. See https://nodejs.org/en/download`;
}
