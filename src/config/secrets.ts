import { decodePercent } from '../text/decode-percent.ts'
import type { Connection } from './connection.ts'
import { separated, type VariableValues } from './variables.ts'

/** As it stands in an address, and as it is meant. */
function passwordsIn(address = ''): readonly string[] {
  if (!URL.canParse(address)) return []
  const { password } = new URL(address)
  return [password, decodePercent(password)]
}

/** Whether what stands under this name in the query of an address is a secret. */
export const isSecretName = (name: string): boolean =>
  /token|key|secret|passw|signature|^(?:sig|auth)$/i.test(name)

function keysIn(address = ''): readonly string[] {
  if (!URL.canParse(address)) return []
  return [...new URL(address).searchParams].flatMap(([name, value]) => (isSecretName(name) ? value : []))
}

/** What must never be read in a log, by value. */
export function secretsOf(connection: Connection, values: VariableValues): readonly string[] {
  const { DATABASE_URL: databaseUrl, OTEL_EXPORTER_OTLP_HEADERS: headers = '' } = values
  const { HALLWAY_NOTES_GIT: git = '', HALLWAY_NOTES_SECRET: secret = '' } = values
  const reader = /^https?:\/\/([^/\s]*)@/.exec(git)?.[1] ?? ''
  const { HALLWAY_SEARCH_URL: search = '', HALLWAY_SEARCH_API_KEY: apiKey = '' } = values
  const addresses = [
    databaseUrl,
    values.HALLWAY_SLACK_API_URL,
    values.HALLWAY_MODEL_MIRROR,
    ...separated(search),
  ]
  const all = [
    ...Object.entries(connection).flatMap(([name, value]) => (name === 'kind' ? [] : value)),
    ...addresses.flatMap(passwordsIn),
    apiKey,
    secret,
    reader,
    reader.slice(reader.indexOf(':') + 1),
    ...[git, values.HALLWAY_MODEL_MIRROR].flatMap(keysIn),
    ...headers.split(',').map((header) => header.slice(header.indexOf('=') + 1).trim()),
  ]
  // What is shorter stands in many words.
  return [...new Set(all)].filter((secret) => secret.length >= 6)
}
