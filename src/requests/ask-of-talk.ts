import type { Talk } from '../notes/talk.ts'
import { inQuotes } from '../search/query/write-query.ts'
import { bareQuestion } from '../text/as-question.ts'

type Named = Pick<Talk, 'title' | 'takeaways'>

/** Asks of one talk what a follow-up asks of the talk before it. */
export type AskOfTalk = (talk: Named) => string

/**
 * What is asked next to an answer in words that name nothing: for what the notes keep of a talk, or for more of it. Undefined for anything
 * else, which is a question by itself.
 *
 * askOfTalk('who said that?')?.({ title: 'Knots', … }) // => 'speakers of "Knots"'
 * askOfTalk('who said that about knots?') // => undefined
 */
export function askOfTalk(said: string): AskOfTalk | undefined {
  const text = bareQuestion(said).replaceAll('’', "'")
  return text.length > maxLength ? undefined : patterns.find(([asks]) => asks.test(text))?.[1]
}

/** Longer than any of them. */
const maxLength = 80

const it = '(?:it|that|this|(?:the|that|this) (?:talk|session|presentation))'
const was = "(?: was| is|'s)"
const have = [
  '(?:(?:are|is) there |(?:gibt|gab) es (?:dazu |davon )?|(?:wo|hast du|habt ihr) (?:sind |ist )?|(?:do you|does (?:it|(?:that|this|the) talk)|did they) have |(?:can|could) (?:i|we) (?:see|have|get|watch) |(?:show|give) me |where (?:are|is) )?',
  '(?:an? |any |the |its |his |her |their |some |die |das |ein(?:e|en)? )?',
].join('')

/** A word alone may ask for those of all talks. */
const notAll = '(?!(?:links|tags|follow-?ups)$)'

/** Collected by hand for this project. */
const asked: readonly (readonly [asks: string, AskOfTalk])[] = [
  [
    [
      `(?:von wem|wer) (?:ist|war|hielt) (?:das|der (?:vortrag|talk))|who|says who|by whom|who (?:said|says|gave|presented|held) ${it}|who${was} ${it}(?: by)?|who gave it`,
      `(?:and |who${was} )?the (?:speaker|presenter)(?: of ${it})?|who was (?:speaking|talking)|who (?:is|was) (?:he|she)|what(?: is|'s) (?:his|her|their) name`,
      'wer hat (?:das|den (?:vortrag|talk)) (?:gesagt|gehalten|vorgetragen|erzählt|vorgestellt)|wer war das|wer ist (?:er|sie|(?:der|die) (?:sprecher(?:in)?|referent(?:in)?|vortragende))',
    ].join('|'),
    of('speakers'),
  ],
  [
    `when|when${was} ${it}(?: given| held)?|(?:what|which) (?:day|date|year|time) was ${it}(?: on| at)?|wann war das`,
    ({ title }) => `when was ${inQuotes(title)}?`,
  ],
  [
    `where${was} ${it}(?: given| held)?|(?:in )?(?:what|which) room(?: was ${it}(?: in)?)?|wo war das|(?:in )?welche[mr] (?:raum|saal)(?: war das)?`,
    ({ title }) => `where was ${inQuotes(title)}?`,
  ],
  [
    `(?:at )?(?:what|which) (?:event|conference)(?: was ${it}(?: at| from| of)?)?|(?:auf|bei) welcher konferenz(?: war das)?|welche konferenz war das`,
    ({ title }) => `at which conference was ${inQuotes(title)}?`,
  ],
  [`how long${was} ${it}`, ({ title }) => `how long was ${inQuotes(title)}?`],
  [`${have}(?:slides|slide deck|deck|folien)(?: (?:of|for|to|from) ${it})?`, of('slides')],
  [
    `${have}(?:video|recording|aufzeichnung|aufnahme)(?: (?:of|for|to|from) ${it})?|(?:is|was) ${it} recorded`,
    of('video'),
  ],
  [
    `${have}(?:source )?(?:code|repo(?:sitory)?|quellcode)(?: (?:of|for|to|from) ${it})?|(?:can|could) (?:i|we) see the source`,
    of('code'),
  ],
  [`${notAll}${have}links?(?: (?:of|for|to|from|in) ${it})?`, of('links')],
  [
    `${have}(?:key )?take-?aways(?: (?:of|for|from) ${it})?|what (?:are|were) the (?:key )?(?:take-?aways|points)`,
    of('takeaways'),
  ],
  [`${notAll}${have}follow-?ups(?: (?:of|for|from) ${it})?`, of('follow-ups')],
  [`(?:and )?its tags|what tags does ${it} have|${notAll}${have}tags`, of('tags')],
  [
    `summary|(?:a )?summary of ${it}|summari[sz]e ${it}|(?:what${was} ${it} about)|wor(?:um|über) (?:ging|geht) es(?: da| darin)?|(?:the )?(?:full|whole|complete) notes|fass (?:das|es|ihn)(?: bitte)? zusammen|zusammenfassung|show it(?: to me| again)?|(?:show|open)(?: me)? ${it}`,
    summed,
  ],
  [
    `(?:(?:tell|give|show) (?:me|us) )?more(?: (?:info|information|details))?(?: (?:about|on) ${it})?|details|tell (?:me|us) about ${it}|(?:erzähl(?: mir)? )?mehr(?: (?:davon|dazu|darüber))?|was noch|(?:(?:can|could) you )?(?:explain|elaborate on|clarify) ${it}`,
    (talk) => (talk.takeaways.length > 0 ? of('takeaways')(talk) : summed(talk)),
  ],
]

const patterns = asked.map(
  ([asks, ask]) =>
    [
      new RegExp(
        `^(?:(?:and|so|ok|okay|thanks|please|und|also|danke|bitte),? )*(?:${asks})(?:,? (?:please|pls))?$`,
        'i',
      ),
      ask,
    ] as const,
)

/** The question for a part of the talk. */
function of(part: string): AskOfTalk {
  return ({ title }) => `${part} of ${inQuotes(title)}`
}

/** By its title alone a talk is summed up. */
function summed({ title }: Named): string {
  return inQuotes(title)
}
