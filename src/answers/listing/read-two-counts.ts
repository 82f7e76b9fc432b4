/**
 * The two questions of one that counts two things. Of talks on something it may count only those on something else: what is
 * counted in `how many talks on Django, and how many keynotes?` is not certain.
 *
 * readTwoCounts('how many talks about Django and how many about Flask?') // => ['how many talks about Django', 'how many talks about Flask']
 */
export function readTwoCounts(question: string): readonly [string, string] | undefined {
  const found = twoNarrowed.exec(question) ?? twoOfAll.exec(question)
  const { first, thing, on, other } = found?.groups ?? {}
  if (first === undefined) return undefined
  return [first, on === undefined ? `how many ${other}` : `how many ${thing} ${on}`]
}

const narrowing = '(?:are |were )?(?:about|on|with|without|by|at|in|from|tagged)'
/** No third thing, nor what refers to the first: `how many of them are keynotes`. */
const word = String.raw`(?!(?:and|them|those|these|it)\b)[^\s?!.,]+`
const what = `${word}(?: ${word}){0,5}`
const end = String.raw`[?!.\s]*$`

const twoNarrowed = new RegExp(
  String.raw`^(?:so )?(?<first>how many (?<thing>\p{L}+) ${narrowing} ${what}),? and how many (?<on>${narrowing} ${what})${end}`,
  'iu',
)
const twoOfAll = new RegExp(
  String.raw`^(?:so )?(?<first>how many (?<thing>\p{L}+)(?: are there)?),? and how many (?:(?<on>(?:have|${narrowing}) ${what})|(?<other>\p{L}+(?: are there)?))${end}`,
  'iu',
)
