/** The device's own time of day, `HH:MM`. */
export function localTime(now = new Date()): string {
	return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}
