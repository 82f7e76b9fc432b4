import type { Message } from './message.ts'

const ourCommand = '/talks'

/**
 * A message of our own words with the slash command as the team has called it. Nothing that quotes notes is given to it: there, `/talks`
 * may be a part of an address.
 */
export function withCommandName(message: Message, command: string): Message {
  if (command === ourCommand) return message
  const name = JSON.stringify(command).slice(1, -1)
  return JSON.parse(JSON.stringify(message).replace(/(?<![\w/.])\/talks(?![\w/-])/g, () => name))
}
