import { parseQuery, topicsOf } from '../search/query/parse-query.ts'
import type { Answer } from './answer.ts'
import type { Asking } from './asking.ts'
import { isTitle } from './programme/find/is-title.ts'

/**
 * Answers a question that stands beside a remark which asks for nothing: `we have a meeting at 3: what is said on caching?`. Undefined
 * if there is no remark, for a title, and if the notes say nothing to the rest: then the remark may be a part of the question.
 */
export async function answerBesideRemark({
  question,
  query: { text },
  parts: { engine },
  answerAnew,
}: Asking): Promise<Answer | undefined> {
  const asked = withoutRemarks(text)
  if (asked === undefined || (await isTitle(text, engine))) return undefined
  const answer = await answerAnew(asked)
  return answer.kind === 'none' ? undefined : { ...answer, question }
}

/**
 * The text with blanks in place of what is only remarked, so that the rest keeps its place; undefined if nothing is, or nothing would
 * be left to ask.
 */
export function withoutRemarks(text: string): string | undefined {
  if (text.length > maxLength) return undefined
  let asked = text
  for (let remark = remarkIn(asked); remark !== undefined; remark = remarkIn(asked))
    asked = asked.slice(0, remark.start) + ' '.repeat(remark.end - remark.start) + asked.slice(remark.end)
  return asked === text || topicsOf(parseQuery(asked)).length === 0 ? undefined : asked
}

/** A sign that a remark may stand beside a question: the text has parts, or somebody else asks. */
export const signOfRemark =
  /[:;.!?,–—(]\s*[^\s:;.!?,–—()]|\s-+\s|\b(?:ask(?:s|ed|ing)?|wants?|needs?|wonder(?:s|ing)?|fragt?e?|wissen|gefragt)\b/iu

/** Longer than any question with a remark: what is pasted has none. */
const maxLength = 400

/** The first part, or the last one, of a text that is a remark. */
function remarkIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const start = text.search(/\S/)
  if (start === -1) return undefined
  const leading = asksThroughOther.exec(text) ?? leadingPart.exec(text)
  if (leading && (leading.groups?.said === undefined || isRemark(leading.groups.said)))
    return { start: 0, end: leading[0].length }
  const trailing = trailingPart.exec(text)
  return trailing && isRemark(trailing.groups!.said!)
    ? { start: trailing.index, end: text.length }
    : undefined
}

const leadingPart = /^\s*(?<said>[^\s:;.!?,–—][^:;.!?,–—]{1,90}?)(?:\s*[:;.!?,–—]+|\s-+)\s+(?=\S)/
const trailingPart = /(?:\s*[:;.!?,–—(]+|\s-+)\s*(?<said>[^\s:;.!?,–—()][^:;.!?,–—()]{1,90}?)[\s.!?)…]*$/

const isRemark = (said: string): boolean => {
  const plain = said.trim().replace(/[’‘]/g, "'").replace(/\s+/g, ' ')
  return remarks.some((remark) => remark.test(plain))
}

const days = 'today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const whose = `(?:my|our|the|a|an|some|this|another|next|upcoming|quick|short|small|long|weekly|daily|monthly|team|internal|big|important|(?:${days})'?s?)`
/** What people prepare, or are on their way to. */
const occasion = [
  '(?:(?:board |team |customer |client |sprint |project |status |planning )?(?:meeting|stand-?up|retro|call|sync|demo|review|interview|pitch|',
  'deadline|offsite|kick-?off|1:1|all-hands|blog(?: ?post)?|post|article|newsletter|report|slide|slide deck|deck|presentation|homework|thesis|',
  'wiki|e-?mail|mail|message|proposal|vacation|holiday|train|bus|flight|boss|manager|lead|cto|ceo|pm|colleague|co-?worker|friend|teammate)(?:e?s)?)',
].join('')
const when = `(?: (?:at|in|on|by|until|after|before|this|next|from) .{1,20}| ${days}| now| soon| later)?`
const person =
  '(?:boss|manager|lead|team lead|cto|ceo|pm|product owner|team|colleague|co-?worker|customer|client|friend|director|teammate|intern|someone|somebody|teacher|professor)'
const wants = `(?:is |are |was |were |keeps? |just |really |also )*(?:asking|asked?s?|wants?|wanted|needs?|needed|wonder(?:s|ed|ing)?|waiting|would like|'d like|would love)`

/** Before a question: somebody else asks it. */
const asksThroughOther = new RegExp(
  [
    String.raw`^\s*(?:(?:so|ok|hi|hey|and|well),? )?(?:(?:(?:my|our|the|a|one of (?:my|our)) (?:\S+ )?)?${person}s?|they) ${wants}(?: me| us)*(?: to know)?[,:]? `,
    String.raw`(?=(?:who|whom|whose|what|which|when|where|why|how|is|are|does|do|did|can|could|should)\b)`,
    String.raw`|^\s*(?:(?:mein|meine|unser|unsere|der|die|eine?) (?:\p{L}+ )?(?:chef|chefin|kollegin|kollege|team|kunde|kundin|leiter|leiterin)|jemand) `,
    String.raw`(?:fragt|fragte|will wissen|wollte wissen|möchte wissen|hat gefragt)(?: mich| uns)?[,:]? (?=(?:wer|wen|wem|was|welche\p{L}*|wann|wo|warum|wieso|wie)\b)`,
  ].join(''),
  'iu',
)

/** Collected by hand for this project: each is all that a part of a text says. */
const remarks = [
  // What the answer is for
  `(?:it's|that's|this is|it is|i need (?:it|this|that|an answer)|need (?:it|this|that)|asking) (?:for|before|until|by) (?:(?:${whose} )*${occasion}|${days})${when}`,
  `for (?:${whose} )+${occasion}${when}`,
  `(?:i|we)(?: have|'ve| have got|'ve got| am| are|'m|'re|'ll have| will have)(?: (?:in|on|at|off to|late for|preparing(?: for)?|writing|working on|about to have))?(?: ${whose})* ${occasion}${when}`,
  `(?:i|we)(?: am| are|'m|'re) (?:in a hurry|new here|just curious|curious|wondering|asking|stuck|lost|late|writing this down)`,
  `i(?: really| just)? need (?:it|this|that|to know|an answer)(?: (?:quickly|fast|asap|urgently|now|today|soon|please))*`,
  // Who asks
  `(?:(?:my|our|the|a|one of (?:my|our)) (?:\\S+ )?)?${person}s? ${wants}(?: (?:me|us|it|this|that|for it|to know|an answer|about (?:it|this|that)|again|now|today))*`,
  // Whether it was asked, and how
  '(?:so )?(?:sorry|apologies|excuse me|pardon(?: me)?)(?: (?:if|for|to|about) .{1,60})?',
  "(?:i know |if )?(?:this|that|it)(?: was|'s| is| has been|'s been)?(?: probably| maybe| surely| already)* asked(?: (?:before|already|often|a lot))*",
  "(?:just |and )*(?:(?:a|an|one|another|my|here's a) )?(?:(?:quick|short|small|stupid|silly|dumb|random|simple|naive|final|last|more|urgent|other) )+(?:one|question|q|thing|request)(?: (?:before|for|from) .{1,20})?",
  "(?:a|one|my|i have a|i've a|got a) question(?: for (?:you|everyone|all|the group))?",
  '(?:just )?(?:curious|out of curiosity|wondering|asking for a friend|checking|double[- ]checking)',
  "(?:it's |this is |not |very |kind of |kinda |super )*urgent(?:ly)?",
  'no (?:rush|hurry|pressure)',
  '(?:asap|fyi|btw|by the way|please|pls|plz|long story short)(?: please| pls)?',
  '(?:(?:many )?thanks|thank you|thx|cheers|ta)(?: (?:a lot|so much|in advance|everyone|all|again))*',
  "(?:i )?hope (?:that|this|it|that's|this is|it's|that is|it is).{0,20}",
  '(?:but )?if (?:you|anyone|anybody|someone|somebody) (?:know|knows|remember|remembers|can|could|has|have|happens?).{0,25}',
  "(?:i )?(?:really |just )*(?:can't|cannot|couldn't|don't|do not|didn't|can not)(?: quite| really)? (?:remember|recall|find|know)(?: (?:it|that|this|the (?:name|title|speaker)|who|where|anything|any ?more|myself|right now|now|exactly))*",
  "i(?: have|'ve)? (?:forgot|forgotten|forget|missed it|missed that|lost my notes)(?: (?:it|the (?:name|title|speaker)|who it was))?",
  // The same in German
  '(?:(?:ich|wir) (?:brauche|brauchen)(?: das| es| dies)?|(?:das|es|dies) ist|brauche das)(?: (?:dringend|schnell|heute|morgen))*(?: für .{1,40})?',
  'für (?:(?:mein|meine|meinen|unser|unsere|unseren|das|den|die|ein|eine|einen|morgen|heute) )+(?:\\p{L}+ )?(?:chef|chefin|team|meeting|kollegen|kollegin|kunden|präsentation|blog(?:post|beitrag)?|artikel|bericht|folien|besprechung|termin)',
  '(?:mein|meine|unser|unsere|der|die) (?:\\p{L}+ )?(?:chef|chefin|kollege|kollegin|team|kunde|kundin) (?:fragt|will (?:es|das) wissen|wartet)(?: .{1,20})?',
  '(?:ich habe|wir haben|ich hab|bin|ich bin|ich muss) (?:gleich |heute |morgen |um \\S+(?: uhr)? )*(?:ein|eine|einen|in|im|zu|zum|zur) (?:\\p{L}+ )?(?:meeting|termin|besprechung|telefonat|präsentation|call)(?: .{1,20})?',
  '(?:kurze|schnelle|dumme|blöde|kleine|mal eine|noch eine|nur eine|eine)(?: (?:kurze|schnelle|dumme|blöde|kleine))* frage(?: .{1,25})?',
  '(?:sorry|entschuldigung|entschuldige|verzeihung)(?:,? (?:falls|dass|wenn|für) .{1,60})?',
  '(?:(?:vielen |herzlichen )?dank(?:e)?|bitte|dringend|eilt|keine eile|nur aus neugier|danke (?:schon mal|im voraus|euch|dir))(?: .{1,15})?',
  '(?:falls|sofern|wenn) (?:das|es|die frage) (?:schon |bereits |mal )*(?:gefragt|beantwortet|besprochen) (?:wurde|ist)',
  // Whom one calls
  '(?:hi|hiya|hey|hello|hallo|morning|good (?:morning|afternoon|evening)|guten (?:morgen|tag|abend)|moin|servus)(?: (?:hallway|bot|all|team|folks|everyone|everybody|there|friends|zusammen))*',
].map((remark) => new RegExp(`^(?:(?:ok|okay|so|well|and|but|und|also) )?${remark}$`, 'iu'))
