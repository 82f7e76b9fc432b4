/** What may follow what is written so far. */

/** @typedef {import('../page-state.js').State} State */

/** @param {State} state @param {string} before the text before the cursor @param {boolean} commands whether commands work here */
export function composerSuggestions({ app, people, channels }, before, commands) {
  const command = before.match(/^\/\S*$/)?.[0].toLowerCase()
  if (command && commands) {
    return app.commands
      .filter((other) => other.command.startsWith(command))
      .map((other) => ({
        insert: `${other.command} `,
        title: other.command,
        detail: [other.usageHint, other.description].filter((part) => part !== '').join(' · '),
      }))
  }
  const person = before.match(/(?:^|\s)@([\p{L}\p{N}_.-]*)$/u)?.[1]?.toLowerCase()
  if (person !== undefined) {
    return people
      .filter((other) => other.realName.toLowerCase().startsWith(person))
      .map((other) => ({
        insert: `@${other.isBot ? other.realName.replaceAll(' ', '-') : other.name} `,
        title: `@${other.realName}`,
        detail: other.isBot ? 'app' : '',
      }))
  }
  const hash = before.match(/(?:^|\s)#([\p{L}\p{N}_-]*)$/u)?.[1]?.toLowerCase()
  if (hash === undefined) return []
  return channels
    .filter((other) => other.kind === 'channel' && other.name.startsWith(hash))
    .map((other) => ({ insert: `#${other.name} `, title: `#${other.name}`, detail: other.purpose }))
}

/** How a command goes on. @param {State} state @param {string} text */
export function usage({ app }, text) {
  const command = app.commands.find((other) => text === other.command || text.startsWith(`${other.command} `))
  return command ? `${command.command} ${command.usageHint}` : ''
}
