import { commandPayload } from '../payloads.ts'
import type { ResponseTarget } from '../response-urls.ts'
import { SlackError } from '../slack-error.ts'
import { escapeTyped, mentions, typedText } from '../typed-text.ts'
import type { ActParts } from './act-parts.ts'
import { invite } from './invite.ts'
import type { Saying } from './say.ts'
import { tellUnanswered } from './tell-unanswered.ts'

/** A person types a slash command. */
export async function runSlashCommand(
  { name, person, channel, typed, thread }: Saying & { readonly name: string },
  parts: ActParts,
): Promise<void> {
  const { state, description, views, responses, socket } = parts
  const app = state.bot.realName
  if (thread !== undefined) {
    state.note(person.id, channel.id, `${name} does not work in threads. Mention @${app} here instead.`, {
      thread_ts: thread,
    })
    return
  }
  if (name === '/invite') {
    inviteTyped({ person, channel, typed }, parts)
    return
  }
  const known = description.commands.find((other) => other.command === name)
  if (!known) {
    const others = description.commands.map((other) => other.command).join(', ')
    state.note(
      person.id,
      channel.id,
      `There is no command ${name} here. ${others ? `What there is: ${others}.` : 'The app has none.'}`,
    )
    return
  }
  const text = known.shouldEscape
    ? typedText(typed.trim(), state.people, state.channels())
    : escapeTyped(typed.trim())
  const target: ResponseTarget = { person: person.id, channel }
  const responseUrl = responses.create(target)
  const triggerId = views.newTrigger(person.id)
  const ack = await socket.deliver(
    'slash_commands',
    commandPayload(state, { command: name, text, person, channel, responseUrl, triggerId }),
  )
  if (ack.kind === 'missing') return tellUnanswered({ person, channel, what: name }, state)
  if (Object.keys(ack.payload).length === 0) return
  try {
    responses.show(target, ack.payload)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    state.note(
      person.id,
      channel.id,
      `${app} answered ${name} with something that cannot be shown: ${error.code}.`,
    )
  }
}

/** Slack's own `/invite @App`; the people of the workspace are in every channel. */
function inviteTyped({ person, channel, typed }: Saying, parts: ActParts): void {
  const { state } = parts
  const app = state.bot.realName
  const isAsked = mentions(typedText(typed, state.people, state.channels()), state.bot.id)
  const hindrance =
    channel.kind === 'im'
      ? `/invite works in channels. Here you are talking to ${app} already.`
      : !isAsked
        ? `Type /invite @${app} to add it to #${channel.name}.`
        : channel.members.includes(state.bot.id)
          ? `${app} is in #${channel.name} already.`
          : undefined
  if (hindrance === undefined) invite(person, channel, parts)
  else state.note(person.id, channel.id, hindrance)
}
