import { parse } from 'node:querystring'
import { parseJson } from '../../text/parse-json.ts'

/**
 * What Slack says in a body: JSON, or a form, whose field `payload` may hold all of it as JSON. Undefined if it is none of
 * these, or JSON that is no object. Never throws.
 */
export function parseRequestBody(
  text: string,
  contentType: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
  if (!isForm(contentType)) return jsonObject(text)
  const fields = parse(text)
  return typeof fields.payload === 'string' ? jsonObject(fields.payload) : { ...fields }
}

function isForm(contentType = ''): boolean {
  return /^application\/x-www-form-urlencoded *(;|$)/i.test(contentType)
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}
