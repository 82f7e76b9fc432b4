/** Whether a heading or name is an event's: `PyCon UK`, `Kettle Days 2024`. */
export const isEventName = (text: string): boolean =>
  /\bC(?:on|ON)\b/.test(text) ||
  /\b(?:conf|conference|summit|camp|fest|festival|meet-?ups?|congress|symposium|expo|fosdem|forum|unconference|devoxx|wwdc)\b|\bdays(?:,? \d{4})?$/i.test(
    text,
  ) ||
  /(?<!\p{L})(?!(?:Silic|Ic|Beac|Lexic|Falc|Emotic)on)\p{Lu}\p{L}*(?:[Cc]on|[Cc]onf|[Cc]amp|[Ff]est|[Dd]ays)(?!\p{L})/u.test(
    text,
  )

/** Whether a heading names an event and nothing that was said there: `Notes from tides at OarConf` does not. */
export const isEventTitle = (text: string): boolean => {
  const [name = ''] = text
    .replace(/^(?:my )?(?:\w+ )?notes? (?:from|on|of|for) (?:the )?/i, '')
    .split(/\s(?:from|at|@|in)\s/i)
  return isEventName(name)
}
