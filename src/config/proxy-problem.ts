import type { Environment } from './variables.ts'

/**
 * What is wrong with the proxy that Slack is called by, as one line; undefined if nothing is. The word that Node has of it is a trace,
 * which may hold the proxy's password.
 */
export function proxyProblem(env: Environment): string | undefined {
  if (env.NODE_USE_ENV_PROXY !== '1') return undefined
  const name = names
    .map(([first, second]) => (env[first] === undefined ? second : first))
    .find((used) => env[used] && !isProxy(env[used]))
  return (
    name &&
    `${name} is no address of a proxy. Set it to one such as http://proxy.example.com:8080, with special characters of a password percent-encoded, or leave it out.`
  )
}

/** If both are set, the first is used. */
const names = [
  ['https_proxy', 'HTTPS_PROXY'],
  ['http_proxy', 'HTTP_PROXY'],
] as const

function isProxy(address: string): boolean {
  try {
    const { protocol, username, password } = new URL(address)
    decodeURIComponent(username)
    decodeURIComponent(password)
    return /^(?:https?|socks5?):$/.test(protocol)
  } catch {
    return false
  }
}
