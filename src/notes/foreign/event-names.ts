/** Whether a heading or name is an event's: `PyCon UK`, `Kettle Days 2024`. */
export const isEventName = (text: string): boolean =>
  /\b(?:conf|conference|con|summit|camp|fest|festival|meet-?ups?|congress|symposium|expo|fosdem|forum|unconference|devoxx|wwdc)\b|\bdays(?:,? \d{4})?$/i.test(
    text,
  ) ||
  /(?<!\p{L})(?!(?:Silic|Ic|Beac|Lexic|Falc|Emotic)on)\p{Lu}\p{L}*(?:[Cc]on|[Cc]onf|[Cc]amp|[Ff]est|[Dd]ays)(?!\p{L})/u.test(
    text,
  )
