import { parseTipsCommand } from './parse-tips-command.ts'

/** Hold such a wish together, and say nothing of what else a tip could be about. */
const joining = new Set(
  (
    'a an another one more some any the new next random other tip tips of day today todays daily every for me us please pls plz ' +
    'thanks now here in this our channel give gimme send show tell get got have has having post read share see want wants wanna need ' +
    'like love would could can may might will should you we i id do does is are there what whats which your my hallway lets let hear ' +
    'quick fresh again just also hey hi ok okay and so bitte noch einen ein tipp tipps'
  ).split(' '),
)
const single = /\b(?:tip|tipp)\b|\b(?:any|more|some|got|other|new) tips\b|\bmore tipps?\b/
/** Whoever wants anything at all gets a tip. */
const surprising = new RegExp(
  [
    '^(?:please )?(?:surprise (?:me|us)|(?:(?:show|give|tell) (?:me|us) )?(?:a|any|some) random (?:talk|note|',
    'fact|thing)|random (?:talk|note|fact|thing)|something random)(?: please| pls)?$',
  ].join(''),
)
const starting =
  /\b(?:turn on|switch on|start|enable|subscribe|activate|sign me up|sign us up|set up|setup|begin|(?:turn|switch) .*\bon)\b/
const startingWords = new Set(
  'turn switch on start starting enable subscribe activate sign up set setup begin to getting receiving sending posting'.split(
    ' ',
  ),
)
/** What is said before the days and times of tips: `send me a tip every day at 9`. */
const scheduling = new RegExp(
  [
    '^(?:(?:please|pls|can|could|would|will|you|we|i|id|want|like|to|need|set|up|turn|switch|start|enable|',
    'schedule|send|post|give|show|get|subscribe|me|us|a|the|daily|on|for) ){0,8}tips?(?: (?:here|please|on|',
    'in this channel))? (.+)$',
  ].join(''),
)

/**
 * The words after `tips` that say what somebody wants of the tips, who does not begin with `tips`; undefined for anything else.
 *
 * readTipWish('another tip, please') // => 'now'
 * readTipWish('send us a tip every day at 9') // => 'every day at 9'
 * readTipWish('another tip on testing') // => undefined
 */
export function readTipWish(text: string): string | undefined {
  const plain = text.toLowerCase().replace(/['’]/g, '')
  // Of nearly all that people say, this is all that is to be looked at.
  if (!/tip|surprise|random/.test(plain)) return undefined
  const words = plain.split(/[^\p{L}\p{N}:]+/u).filter(Boolean)
  const said = words.join(' ')
  if (surprising.test(said)) return 'now'
  if (!/\b(?:tips?|tipps?)\b/.test(said)) return undefined
  if (words.every((word) => joining.has(word)) && single.test(said)) return 'now'
  const isStart = starting.test(said) && words.every((word) => joining.has(word) || startingWords.has(word))
  if (isStart || /^daily tips$/.test(said)) return 'on'
  const schedule = scheduling.exec(said)?.[1]
  const command = schedule === undefined ? undefined : parseTipsCommand(schedule)
  const isDated = command?.kind === 'change' && (command.weekdays ?? command.time) !== undefined
  return isDated ? schedule : undefined
}
