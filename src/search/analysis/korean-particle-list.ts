/**
 * Particles at the end of Korean nouns, collected by hand for this project. A particle belongs here if the noun means the
 * same without it.
 */
export const koreanParticleList = `에게서 으로서 으로써 에서 에게 한테 께서 부터 까지 처럼 보다 마다 조차 밖에 으로 이나 이라 로서 로써 이랑
  을 를 이 가 은 는 의 에 로 와 과 도 만 나 랑`
