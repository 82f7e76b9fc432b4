/** A tip is a sentence or two: shorter ones say too little by themselves, in characters. */
const minLength = 40
const maxLength = 280
const minWords = 7

/** Whether a text can be read without what stands around it: a sentence that says something, or advice. */
export function readsAlone(text: string, language: string): boolean {
  if (text.length < minLength || text.length > maxLength) return false
  const words = text.split(/\s+/)
  if (words.length < minWords || !/^["“„«'‘(]?[\p{Lu}\p{N}\p{Lo}]/u.test(text)) return false
  if (
    /[:;,–—-]$|\?$/.test(text) ||
    !areClosed(text) ||
    leansOnOthers.test(text) ||
    pointsElsewhere.test(text)
  )
    return false
  if (/^[\p{L} ]{2,20}:\s/u.test(text) || (text.match(/[{}<>|=]/g)?.length ?? 0) > 1) return false
  if (aboutSomebody.test(text) || whoSomebodyIs.test(text) || saysLack(text)) return false
  const isClosed = /[.!。！]["”’)]?$/.test(text)
  return verb.test(text) || (/^en\b/.test(language) ? command.test(text) : isClosed)
}

/** Says what the notes lack, and nothing of its subject: “… of which the notes keep only the title”. */
export const saysLack = (text: string): boolean =>
  /\bthe notes (?:keep|name|say|give|tell) (?:only|nothing)\b/i.test(text)

/** Half of what stands in brackets, or between quotation marks, is in another sentence. */
function areClosed(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0
  return count(/[([]/g) === count(/[)\]]/g) && count(/"/g) % 2 === 0
}

const leansOnOthers = new RegExp(
  [
    '^(?:and|but|or|so|also|then|however|therefore|because|since|though|although|whereas|which|it|its|they|their|theirs|this|that|',
    'these|those|he|she|mine|ours|here|there|same|such|both|another|others?|the others?|some others?|e\\.?g|i\\.?e|etc|instead|otherwise|',
    'finally|next|first|second|third|again)\\b|',
    '^(?:und|aber|oder|denn|weil|dass|daher|deshalb|darum|dann|also|sie|er|es|diese[rsnm]?|jene[rsnm]?|dort|dabei|damit|dadurch|davon|auch|(?:das|dies) ',
    '(?:ist|war|hat|kann|wird|geht|muss|gilt)|et|mais|ou|donc|car|puis|ensuite|il|elle|ils|elles|cela|ça|ceci|aussi|parce)(?!\\p{L})|',
    String.raw`\b(?:of|to|for|with|from|than|like|as|in|on|by) (?:these|those|this)[.!]?$|\bthe following\b|\bas follows\b|`,
    String.raw`\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|dr|mr|mrs|prof|bzw|z\. ?b|u\. ?a|ca)\.$`,
  ].join(''),
  'iu',
)
const pointsElsewhere = new RegExp(
  [
    String.raw`\b(?:see|check|cf)\b.{0,20}\b(?:slides?|above|below|video|link|repo|docs)|\b(?:this|the|my) (?:talk|session|`,
    String.raw`presentation|slides?|workshop|speaker)\b|\bto-?do\b|\?\?|\.\.\.$|…$|https?:|\(#`,
  ].join(''),
  'i',
)
/** What sentences of English, German and French have, and lists of words do not. */
const verb = new RegExp(
  [
    String.raw`(?<!\p{L})(?:is|are|was|were|be|has|have|had|can|cannot|can't|could|will|won't|would|should|must|may|might|do|does|did|`,
    "don't|doesn't|didn't|isn't|aren't|needs?|use[sd]?|ma[dk]es?|take[sn]?|took|gives?|gave|lets?|keeps?|kept|helps?|gets?|got|",
    'allow(?:s|ed)?|avoids?|writes?|wrote|runs?|ran|grows?|grew|works?|leads?|led|costs?|saved?|saves|starts?|stops?|',
    'try|tries|think|thinks|know|knows|never|always|becomes?|became|brings?|brought|breaks?|broke|comes?|came|goes|went|',
    'fails?|failed|finds?|found|holds?|loses?|lost|means?|meant|moved|rejects?|replaced?|replaces|requires?|returns?|rolls?|',
    'rolled|says?|said|scales?|sends?|sent|serves?|ships?|shipped|shrank|wins?|won|dropped|depends?|matters?|happens?|hurts?|pays?|paid|',
    'ist|sind|waren|hat|haben|hatten?|kann|können|muss|müssen|soll|sollen|sollte|darf|dürfen|wird|werden|wurde|wurden|braucht|',
    'brauchen|gibt|geht|gehen|macht|machen|dauert|dauerte|kostet|kosten|läuft|hilft|helfen|bleibt|bringt|steht|führt|lohnt|reicht|',
    'fehlt|gilt|passt|zeigt|wächst|nie|niemals|immer|sollten|bedeutet|spart|verliert|gewinnt|freigeben|',
    'est|sont|était|ont|peut|peuvent|doit|doivent|faut|fait|font|permet|permettent|coûte|prend|reste|sert|évite|pèse|suffit|',
    String.raw`jamais|toujours)(?!\p{L})`,
  ].join(''),
  'iu',
)

/** Advice: a sentence that begins with what to do. */
const command = new RegExp(
  [
    '^(?:ask|add|build|choose|create|design|ensure|find|give|learn|look|measure|observe|pick|prefer|put|read|',
    String.raw`remember|set|show|talk|test|treat|turn)\b`,
  ].join(''),
  'i',
)
/** What says who the speaker is, how the talk was liked, or what somebody did without saying who. */
const aboutSomebody = new RegExp(
  [
    String.raw`\b(?:engineer|developer|evangelist|designer|founder|professor|manager|director|lead) (?:at|of|for)\b|`,
    String.raw`\bworks (?:for|at)\b|^(?:interesting|great|nice|good|long|awesome|inspiring|fun|cool)\b|^\p{L}{3,}ed\b|`,
    // `Testing in production is cheaper` says something, and `String` is no deed.
    String.raw`^(?!(?:string|spring|thing|ring|king)\b)\p{L}{3,}ing\b(?!.{0,60}\b(?:is|are|was|can|cannot|should|must|will|takes|costs|makes|helps|needs|has)\b)|`,
    String.raw`^(?:built|works|made|did|gave|was|were|talked|showed|saw|has|have|could|may|can|would|should|will|met|sent|spoke|asked|went|had|heard|learnt|wrote|tried)\b|^[qa]:\s|`,
    // What does that is in the heading above.
    '^(?:is|are|am|does|allows|provides|supports|enables|lets|makes|gives|takes|uses|helps|runs|means|returns|requires|comes|goes|gets|',
    'adds|offers|says|shows|contains|includes|represents|abstracts|handles|improves|reduces|removes|creates|needs|wants|keeps|turns|',
    'tries|ensures|replaces|defines|describes|implements|generates|prevents|manages|ships|has)\\b|',
    // A heading, small talk, or what the talk is about.
    '^(?:who|whom|what|how|why|where|whether|wie|warum|wer|was|wo|comment|pourquoi|brought|looks|yes|no|yeah|well|ok|okay|ja|nein|oui|non|talk)\\b|',
    String.raw`\bin diesem (?:lightning talk|vortrag|workshop)\b|(?<!\p{L})(?:I|me|my|we|our|her|his|ich|wir|mein|meine|unser|unsere|je|nous|mon|ma|notre)(?!\p{L})`,
  ].join(''),
  'iu',
)

/** `Ada Example, who leads a team` */
const whoSomebodyIs = /^(?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’-]+, (?:who|an?|the)\b/u
