/**
 * Words of everyday life, by topic, collected by hand for this project. A word belongs here if a note of any topic may have it
 * in passing, and if its plain meaning has nothing to do with programming. A few, such as `class` and `table`, have another
 * meaning there: as part of a title or a tag they count in full all the same. Plurals, pasts and gerunds need no entry
 * (`isFormOf`).
 */

const people = `adult adults baby bosses boss boy brother bride child children colleague colleagues couple customer
  customers daughter employee employees family father friend friends girl guest human humans husband kid kids king
  leader man manager managers men mother neighbour neighbor parent parents parental player sister someone son staff
  stranger teacher woman women wife worker workers`

const bodyAndFeeling = `afraid angry arm asleep awake blood bored dead dream drunk emotion eye eyes face fear feel feeling
  feelings finger foot fun funny glad hair hand hands happy hate hates head heart honest hope hungry ill joke jokes laugh
  leg life live lives love lucky meaning mood mouth nose pain proud sad scared serious sick sleep smile stress tired
  voice worried`

const homeAndFood = `apartment bake baked bath beans bed beer bike bottle bread breakfast butter cake candle chair cheese
  chicken chocolate clean clothes coffee cook cooking cup dinner dish door drink eat eats egg eggs fish flat flour floor
  food fridge fruit furniture garden glass home hotel house kitchen lamp lasagna lunch meal meat milk oven pan parking pasta
  pizza plate recipe recipes rent rice roof salad salt shoes shop shopping shower soup spoon sugar table tea toilet wall
  wash water window wine`

const workAndMoney = `standup standups retro retros offsite kickoff coworker coworkers intern interns agreement apply applied
  bank benefits bill
  board book booking bonus budget building buy buying cancel
  career cash checklist class contract cost costs deadline deal department desk discount document earn expense expenses
  fee fees fire form forms goal goals growth hire hired hiring holiday holidays income insurance interview invoice job
  jobs law laptop lawyer leave legal loan mail market marketing meet meeting meetings office onboarding order orders
  paid paper pay payment pen phone plan plans policy policies price prices printer profit promotion quarter quarterly
  rate refund report reports request rest revenue review room rooms rule rules salary sale sales save sell selling
  senior shift spend staff stock strategy submit subscription talk target task tax taxes team teams ticket tickets trade
  training vacation wage`

const timePlaceAndTravel = `afternoon airport arrive beach border bus bridge car cars cities city clock corner country
  countries date dates distance drive early east evening farm flight fly forest future hill island journey lake late
  local map mile minute moment monday month morning mountain night noon north october passport path past place places
  plane quarter ride river road schedule sea season september ship sky south spring square station street summer sunday
  saturday tonight tomorrow tour town traffic train trains travel trip tuesday universe village visit walk wednesday week
  weekend west winter world yesterday`

const natureAndLeisure = `animal animals art ball band bird birds cat cats cinema cloudy club cold cup dance dog dogs
  earth fair film fishing flower flowers football game games gift gold grass gym hot ice lottery match match medal moon
  movie movies music novel painting park party photo picture plant play plays playing rain race score sing snow song
  songs sport sports star stars story storm sun swim team theatre tree trees warm weather wind win winner won`

const actions = `accept act agree allow appear argue arrive become believe belong blow born borrow break breathe brush
  carry catch celebrate charge check choose climb close collect compare complain complete confirm contain continue
  control copy count cover cross cry cut decide deliver depend destroy die disappear discover divide dress drop dry end
  enjoy enter escape exchange expect fail fall fight fill finish fit fix follow forget forgive gather grow guess hang
  hide hit hold hunt hurry hurt imagine inform introduce invite join jump kick kill knock lack land last lay lead lend lie
  lift light listen lose lost mark marry matter measure miss move notice obey open own pass pick pour practise prefer
  prepare press pretend prevent print produce promise protect prove publish pull punish push raise reach react receive
  recognise recognize reduce refuse remain remove repair repeat replace reply represent respond return ring rise roll rub
  rush scream separate serve shake share shine shoot shout shut sign sit slip smell solve sort spread stand stay steal
  step stick stop strike study succeed suffer supply surprise survive teach tear thank throw tie touch treat trust turn
  understand vote wait wake warn wear weigh welcome whisper wonder worry wrap`

const qualities = `absent active alone ancient average beautiful bitter blind blue brave brief bright broad brown busy calm
  careful certain cheap clear clever comfortable correct crazy cruel curious dangerous dark deaf dear deep delicious dirty
  double dull eager empty equal excellent exciting expensive famous fat fine firm fond foolish former fresh full gentle
  green grey grateful healthy heavy hollow impossible junior kind lazy left loud mad narrow nearby neat noisy normal odd
  ordinary pale perfect polite poor popular precious pretty private public quiet rare raw ready red rich ripe rough round
  rude safe secret sharp silent silly slight slim smart smooth soft sore sour sourdough special spicy steep sticky straight
  strange strict strong stupid sudden sweet tall tame tasty thick thin tight tough true ugly unknown usual vast weak wet
  white wide wild wise wonderful yellow young`

export const everydayWordLists: readonly string[] = [
  people,
  bodyAndFeeling,
  homeAndFood,
  workAndMoney,
  timePlaceAndTravel,
  natureAndLeisure,
  actions,
  qualities,
]
