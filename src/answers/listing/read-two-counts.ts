/**
 * The two questions of one that counts two things: the second may leave out what both count.
 *
 * readTwoCounts('how many talks about Django and how many about Flask?') // => ['how many talks about Django', 'how many talks about Flask']
 */
export function readTwoCounts(question: string): readonly [string, string] | undefined {
  const { first, thing, second } = twoCounts.exec(question)?.groups ?? {}
  if (first === undefined || second === undefined) return undefined
  return [first, `how many ${narrowing.test(second) ? `${thing} ` : ''}${second}`]
}

const twoCounts =
  /^\W*(?<first>(?:\p{L}+ ){0,3}how many (?<thing>\p{L}+)(?: (?!how many\b)[^\s?!.,]+){0,20}),? and how many (?<second>[^?!.]{1,120})[?!.\s]*$/iu

/** What begins so does not say what is counted. */
const narrowing = /^(?:about|on|with|without|by|at|in|from|of|for|tagged|are|were|have|had)\b/i
