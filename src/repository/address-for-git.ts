import { decodePercent } from '../text/decode-percent.ts'

/**
 * What tells git the address of the remote `notes`. It would hand an address to another program as it is, on a command line that all
 * users of the machine can read: so name and password come from a helper, which reads them in its environment. It is asked for them
 * by that server alone, and no other helper is, which might keep them.
 */
export function addressForGit(url: string): NodeJS.ProcessEnv {
  const { address, origin, user, password } = divide(url)
  if (user === '' && password === '') return settings({ 'remote.notes.url': url })
  return {
    ...settings({
      'remote.notes.url': address,
      'credential.helper': '',
      [`credential.${origin}.helper`]: helper,
    }),
    HALLWAY_GIT_USER: user,
    ...(password !== '' && { HALLWAY_GIT_PASSWORD: password }),
  }
}

/** In the words of a shell. A name alone may be a token, for which git then lacks a password, and says so. */
const helper = `!f() {
  test "$1" = get || exit 0
  printf 'username=%s\\n' "$HALLWAY_GIT_USER"
  test -z "$HALLWAY_GIT_PASSWORD" || printf 'password=%s\\n' "$HALLWAY_GIT_PASSWORD"
}; f`

/** Only by HTTP a name is a credential, and a password is heard. */
function divide(url: string) {
  if (!/^https?:/i.test(url) || !URL.canParse(url))
    return { address: url, origin: '', user: '', password: '' }
  const { origin, username, password } = new URL(url)
  return {
    address: url.replace(/^([a-z]+:\/\/)[^/\s]*@/i, '$1'),
    origin,
    user: decodePercent(username),
    password: decodePercent(password),
  }
}

/** Settings as git reads them from its environment. */
function settings(values: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const pairs = Object.entries(values).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return { GIT_CONFIG_COUNT: String(pairs.length / 2), ...Object.fromEntries(pairs) }
}
