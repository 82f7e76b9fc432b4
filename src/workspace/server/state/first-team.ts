import type { Channel, Person } from '../../records.ts'
import type { AppDescription } from '../manifest.ts'

/** The team that a new workspace has: who is in it, and its channels. */
export interface FirstTeam {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  readonly app: { readonly id: string; readonly botId: string; readonly name: string }
  readonly bot: Person
  readonly you: Person
  readonly colleague: Person
  readonly channels: readonly Channel[]
}

/** @param created seconds since 1970 */
export function firstTeam(description: AppDescription, teamId: string, created: number): FirstTeam {
  const { name } = description
  const bot: Person = { id: 'U0LOCALBOT', name: asHandle(name), realName: name, isBot: true }
  const you: Person = { id: 'U0LOCAL001', name: 'you', realName: 'You', isBot: false }
  const colleague: Person = { id: 'U0LOCAL002', name: 'robin', realName: 'Robin', isBot: false }
  const channel = (id: string, called: string, purpose: string, members: readonly Person[]): Channel => ({
    id,
    name: called,
    kind: called === '' ? 'im' : 'channel',
    purpose,
    members: members.map((member) => member.id),
    created,
  })
  return {
    team: { id: teamId, name: 'Local workspace', domain: 'local' },
    app: { id: 'A0LOCAL001', botId: 'B0LOCAL001', name },
    bot,
    you,
    colleague,
    channels: [
      channel('C0LOCAL001', 'general', 'Everything that concerns everyone', [you, colleague, bot]),
      channel('C0LOCAL002', 'talks', 'Conference talks: what we saw and what we learnt', [
        you,
        colleague,
        bot,
      ]),
      channel('C0LOCAL003', 'random', 'Everything else', [you, colleague]),
      channel('D0LOCAL001', '', '', [you, bot]),
      channel('D0LOCAL002', '', '', [colleague, bot]),
    ],
  }
}

/** A name as a handle: what people type after `@`. */
const asHandle = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')
