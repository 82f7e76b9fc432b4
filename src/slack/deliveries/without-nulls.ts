type Fields = Readonly<Record<string, unknown>>

/**
 * What Slack delivers, without what it says is `null`, at its top and one level below, where all that a request is about stands. Of
 * one thing Slack may say nothing, and of another that it is nothing: to who reads it both are absent.
 */
export function withoutNulls(body: Fields): Fields {
  return withoutOwnNulls(body, (value) => (isFields(value) ? withoutOwnNulls(value, (part) => part) : value))
}

function withoutOwnNulls(fields: Fields, inside: (value: unknown) => unknown): Fields {
  const said = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(said.map(([name, value]) => [name, inside(value)]))
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
