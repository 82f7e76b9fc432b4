/**
 * What people say without asking anything, by how Hallway replies: in lower case, without apostrophes, accents and signs. Collected by hand
 * for this project; of other languages, what colleagues all over the world say without thinking. A phrase belongs here if nobody
 * who says it asks the notes for anything.
 */
export const smallTalk = {
  help: phrases(`help|halp|hlep|hepl|helpp|help me|please help me|can you help|can you help me|i need help|commands|usage
    |what can you do|what do you do|what can i ask|what can i ask you|who are you|what are you|who is this
    |what is this|whats this|how do you work|how does this work|how do i use you|how do i use this
    |what do you know|are you a bot|are you a robot|are you human|are you real|are you an ai
    |what can hallway do|what does hallway do|what is hallway|whats hallway|who is hallway
    |how does hallway work|how do i use hallway|how to use hallway|how do i share this
    |how do i share this with my team|how can i share this|how do i share an answer
    |how do i share the answer|can i share this|how do i get tips|how do i turn off tips
    |how do i stop the tips|tell me about hallway|is hallway an ai|are you ai|are you chatgpt|is this ai
    |is this chatgpt|is this a bot|do you use ai|do you use chatgpt|are you an llm|do you use an llm
    |who made you|who built you|how do i add a note|how do i add notes|how do i add a talk
    |how can i add a note|where do you get your information|where do you get your answers
    |where do your answers come from|where does your information come from|what are your sources
    |where are the notes stored|where are the notes kept|where are your notes stored|where are your notes kept
    |where are your notes|where do the notes come from|where do your notes come from
    |can you write code|can you write code for me|write code for me|can you speak german|do you speak german
    |sprichst du deutsch|kannst du deutsch|was kannst du|wer bist du|was bist du|wie funktionierst du
    |tell me a joke|tell us a joke|what time is it|what is the time|whats the time|what day is it
    |what is todays date|whats todays date|whats the date today|wie spat ist es|quelle heure est il
    |que hora es|remind me|remind me later|remind me tomorrow|remind me in an hour|remind me next week
    |set a reminder|set a reminder for tomorrow|how is the weather|whats the weather|whats the weather like
    |what is the weather like|are you there|you there|anyone there|anybody there|anybody home|is anyone here
    |how to use this|how to use you|hilfe|ayuda|aide|aiuto`),
  greeting:
    phrases(`hi|hello|helo|hellow|hullo|hey|hiya|heya|yo|morning|good morning|good afternoon|good evening|good day|howdy
    |greetings|how are you|how are you doing|how is it going|hows it going|whats up|sup|wassup
    |nice to meet you|hallo|guten morgen|guten tag|moin|servus|hola|buenos dias|bonjour|salut|ciao
    |buongiorno|ola|bom dia|hej|hei|ahoj|czesc|привет|здравствуйте|merhaba|مرحبا|שלום|नमस्ते|こんにちは|你好|안녕하세요`),
  thanks:
    phrases(`thanks|thank you|thankyou|thx|ty|tysm|cheers|much appreciated|appreciate it|i appreciate it|much obliged
    |many thanks|thank u|thanks u|thnx|tks|ta|tyvm|helpful|that answers my question|exactly what i needed
    |just what i needed|what i was looking for|youre the best|you rock|youre awesome|youre great|lifesaver
    |you saved my day|danke|danke schon|dankeschon|vielen dank|merci|merci beaucoup|gracias|muchas gracias
    |grazie|grazie mille|mille grazie|obrigado|obrigada|muito obrigado|muito obrigada|dank je|dank je wel
    |dankjewel|bedankt|tack|tack sa mycket|tak|mange tak|takk|tusen takk|kiitos|aitah|paldies|aciu|dziekuje
    |dzieki|dekuji|diky|dakujem|koszonom|koszi|multumesc|hvala|ευχαριστω|спасибо|спасибо большое
    |большое спасибо|дякую|благодаря|tesekkurler|tesekkur ederim|sag ol|شكرا|شكرا جزيلا|תודה|תודה רבה
    |धन्यवाद|शुक्रिया|terima kasih|salamat|cam on|asante|ありがとう|ありがとうございます|谢谢|謝謝|多谢|감사합니다|고마워요`),
  goodbye:
    phrases(`bye|goodbye|good night|see you|see ya|cya|ttyl|have a nice day|have a good day|have a good one
    |have a great day|have a nice weekend|have a good weekend|see you tomorrow|see you soon
    |talk to you later|talk later|later|laters|gtg|gotta go|take care|tschuss|auf wiedersehen|bis spater
    |au revoir|a bientot|adios|hasta luego|arrivederci|tchau|doei|hej da|пока|до свидания|さようなら|再见`),
  complaint:
    phrases(`wrong|you were wrong|not true|that is not right|wrong answer|thats not right|thats not it|not what i asked
    |not what i meant|not helpful|that didnt help|that doesnt help|that does not help|useless|you suck
    |this sucks|bad bot|bad answer|nonsense|bullshit|shit|crap|wtf|what the hell|what the fuck|fuck|fuck off
    |stupid|dumb|idiot|terrible|awful|horrible|shut up|i hate you|i hate this|you are garbage
    |this is garbage|this is rubbish|you are broken|doesnt work|does not work|didnt work|not working
    |makes no sense|doesnt make sense|you dont understand|you didnt understand|you dont get it
    |you dont know anything|scheisse|merde|mierda`),
  /** Refers to what was said before, which is no longer known. */
  continuing:
    phrases(`more|show more|show me more|tell me more|give me more|go on|continue|keep going|next page|next one|what else
    |anything else|something else|another one|another|one more|say that again|repeat|why|why not|how
    |how come|who|when|where|what|which|which one|which ones|and then|details|more info|more information
    |elaborate|explain|can you explain|can you elaborate|what do you mean|source|whats the source
    |what is the source|says who|for example|an example|examples|what about it|what about that|who said that
    |who said this|who said it|who gave it|who gave that|who gave that talk|how long was it
    |which one is better|which is better
    |not that one|not this one|the other one|something similar|anything similar|more like this
    |more like that|shorter|what tags does it have|and its tags|is there a video of it|is there a video
    |is there a recording|is there a link|are there slides|are there any slides|who else|who else spoke
    |mehr davon|noch einer|wer hat das gesagt|tell me about it|what went wrong
    |and what went wrong|what went well|and what went well|what happened next|mehr|weiter|warum|wieso|nochmal|noch mehr`),
  agreement:
    phrases(`yes|yep|yeah|yup|no|nope|ok|okay|okey|kk|k|sure|right|fine|agreed|nice|cool|great|good|perfect|awesome
    |excellent|amazing|wow|neat|super|lol|haha|got it|i see|makes sense|understood|noted|will do|never mind
    |nevermind|no problem|no worries|good to know|sounds good|well done|good job|nice one|love it|hmm|oh|ah
    |oops|sorry|that helps|that helped|not bad|ya|ye|yea|yeap|yessir|nah|no thanks|no thank you|nothing
    |maybe|perhaps|not sure|not now|not yet|i dont know|idk|dunno|np|aha|ahh|ha|hm|huh|mhm|uh|uhm|um|ooh
    |whoa|woah|yay|hooray|woohoo|lmao|rofl|omg|brb|afk|bbl|gg|wp|gj|nvm|oki|okie|okie dokie|okey dokey
    |okiedokie|alright|alrighty|roger|copy that|true|indeed|exactly|absolutely|definitely|of course|for sure
    |correct|same|same here|me too|deal|done|fair|fair enough|works|works for me|it worked|that worked
    |interesting|fascinating|brilliant|fantastic|cool stuff|nice find|good find|amazing work|wonderful
    |lovely|sweet|nifty|impressive|bravo|congrats|congratulations|well played|nice work|great job|great work
    |great answer|good answer|great stuff|good stuff|love this|i love it|i like it|like it|looks good|lgtm
    |one sec|one second|one moment|just a moment|hold on|hang on|wait|let me check|let me see|let me try
    |ill try|ill check|ill have a look|ill take a look|will check|will try|on it|too bad|oh well|damn|my bad
    |whatever|my pleasure|you too|likewise|welcome|ja|nein|oui|non|si|да|нет|はい|super danke|genau|passt|vale
    |daccord|perfetto|perfecto|parfait`),
  /** Who sees and keeps what is asked. */
  privacy:
    phrases(`is this private|is it private|is this confidential|is this anonymous|is this safe|are you private
    |are my questions private|do you store what i ask|do you store my questions|do you store my data
    |do you save what i ask|do you save my questions|do you keep what i ask|do you keep my questions
    |do you log what i ask|do you log my questions|do you remember what i ask|do you record what i ask
    |do you collect data|do you collect my data|do you share my data|do you send my data anywhere
    |do you track me|what do you store|what do you store about me|what do you know about me
    |what data do you store|what data do you keep|what data do you collect|what happens to my questions
    |what happens with my questions|what happens to my data|where do my questions go
    |where does my question go|where does my data go|delete my data|delete my questions|forget me
    |who can see this|who can see that|who can see my questions|who can see what i ask|who sees this
    |who sees my questions|who sees what i ask|who reads this|who can read this|can anyone see this
    |can anybody see this|can everyone see this|can others see this|can other people see this
    |can my boss see this|can my boss read this|ist das privat|wer sieht das|wer kann das sehen
    |speicherst du das`),
  /** Says nothing by itself. */
  filler:
    phrases(`hallway|there|all|everyone|so|very|really|much|a lot|a bunch|again|then|now|please|mate|team|for that
    |for this|for the help|for your help|for the answer|for the info|thats|that is|this is|this|its|you are
    |youre|you|such a|such an|a|an|and|to you|guys|folks|friend|buddy|man|dude|bot|a million|a ton|too|just
    |that|it|i am|im|was|but|for now|for your time|in advance|anyway|anyways|once again|once more|today
    |to all|back|with that|as always|dir|euch`),
} as const

function phrases(list: string): readonly string[] {
  return list.split('|').map((phrase) => phrase.trim())
}

/** Refers to one person who was named before. Not `it`, which may be IT; nor `this` and `that` alone. */
export const referringWords: readonly string[] = 'he hes she shes his her hers him'.split(' ')

/** Several people, or things that the same question names: `what are links and how do I use them?` */
export const referringWordsOfSeveral: readonly string[] = 'they theyre them their theirs'.split(' ')

/** As in `slides of that talk`: the first word refers back if the second follows. `The session` may be any. */
export const referringPairs: readonly (readonly [string, string])[] = [
  ...['that', 'this', 'the', 'same'].flatMap((first) =>
    ['talk', 'speaker', 'presenter', 'presentation'].map((second) => [first, second] as const),
  ),
  ...['that', 'this', 'same'].flatMap((first) =>
    ['session', 'video'].map((second) => [first, second] as const),
  ),
  // `show the full notes`, as a button of an answer does
  ...['full', 'whole', 'complete'].flatMap((first) =>
    ['notes', 'note', 'talk'].map((second) => [first, second] as const),
  ),
  // `who else talked about it?`
  ...['it', 'this', 'that'].map((second) => ['about', second] as const),
]

/** What somebody or a talk may have, and a question may be about: `his code`, but `the talk on code`. */
export const thingsOfReferred: readonly string[] =
  `slides slide deck video videos recording recordings code repo repository links link session lecture keynote
  email mail twitter handle website site blog book name names notes note takeaways takeaway tags title topic topics summary
  followup followups company employer contact details`.split(/\s+/)

/** What else stands in a question about somebody or a talk that is not named: if it has nothing but these, it names nothing. */
export const askedOfReferred: readonly string[] =
  `also and but so ok okay then hm hmm oh please pls thanks what whats which who whos whose where wheres when how why did does do is are was
  were has have had can could would will i we you me us get got see watch read show find give tell send a an the this that it of for by
  on in at from to about with there any some all else other others more another too both again now
  say says said talk talked talks speak speaks spoke spoken mention mentioned mentions present presented presents gave give given recommend
  recommended suggest suggested work works worked called named use used uses
  speaker presenter presentation follow up ups first last full whole complete open`.split(/\s+/)
