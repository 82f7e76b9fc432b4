/**
 * The value that a text of JSON holds, a byte order mark before it left out. If it is no JSON, what `onFault` gives, which
 * is told the line of the fault, from 1, if it is known; by default undefined, which no JSON means.
 */
export function parseJson(
  text: string,
  onFault: (line: number | undefined) => unknown = () => undefined,
): unknown {
  const json = text.replace(/^\ufeff/, '')
  try {
    return JSON.parse(json)
  } catch (error) {
    return onFault(lineOfFault(json, error))
  }
}

/** V8 tells the place in its message alone, and of a character that it did not expect nowhere. */
function lineOfFault(json: string, error: unknown): number | undefined {
  const message = error instanceof Error ? error.message : ''
  const [, at] = /position (\d+)/.exec(message) ?? []
  if (at === undefined && !/end of JSON/.test(message)) return undefined
  return json.slice(0, at === undefined ? undefined : Number(at)).split('\n').length
}
