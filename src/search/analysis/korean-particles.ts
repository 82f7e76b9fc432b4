/** Whether Korean grammar may hang on the folded word: Korean writes particles to the word before them. */
export function endsInHangul(word: string): boolean {
  const last = word.charCodeAt(word.length - 1)
  return last >= 0xac00 && last <= 0xd7a3
}

/**
 * A Korean word without the particles at its end, of which there may be several. Two syllables always stay, because most
 * short words that end like a particle only look so; a word in Latin letters stays whole.
 * @example withoutParticles('파이썬에서는') // => '파이썬'
 * @example withoutParticles('django를') // => 'django'
 * @example withoutParticles('회의') // => '회의'
 */
export function withoutParticles(word: string): string {
  return particlesAtEnd.exec(word)?.[1] ?? word
}

const particles =
  `에게서 으로서 으로써 에서 에게 한테 께서 부터 까지 처럼 보다 마다 조차 밖에 으로 이나 이라 로서 로써 이랑
  을 를 이 가 은 는 의 에 로 와 과 도 만 나 랑`
    .split(/\s+/)
    .join('|')

const particlesAtEnd = new RegExp(String.raw`^(\p{sc=Hangul}{2,}?|.*[a-z])(?:${particles})+$`, 'u')
