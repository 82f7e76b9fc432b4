/** All of Unicode's controls but tab and line break, and the separators that some take for line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is found
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g
/** What turns the direction of all that follows until it is turned back, which a text that is cut may never do. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * A text that changes nothing but its own place when it is shown: no control characters, of which terminals obey some, and
 * no marks that embed, isolate or override a direction. Letters keep their own direction.
 */
export function harmless(text: string): string {
  return text.replace(controls, ' ').replace(turns, '')
}

/** The same value as JSON in which nothing has to be obeyed either: such characters are escaped. */
export function harmlessJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(controls, escaped).replace(turns, escaped)
}
