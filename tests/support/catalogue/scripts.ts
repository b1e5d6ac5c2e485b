// Words for the wall in every script that it must carry. Nobody in them exists, and nothing of it was ever said.

/** What one room is called, what its people are called, and what they say. */
export interface Script {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly circle: string
  /** Twelve, in sitting order; fewer seats take the first of them. */
  readonly names: readonly string[]
  /** A format's title and its phase's, as long as they may be. */
  readonly format: string
  readonly phase: string
  /** The sentence of a phase: an ordinary one, and one as long as it may be. */
  readonly line: string
  readonly longLine: string
  /** What somebody says in a breath, and what somebody says who needs three. */
  readonly short: readonly string[]
  readonly long: readonly string[]
}

const latin: Script = {
  language: 'en',
  direction: 'ltr',
  circle: 'The Thursday circle of the upper valley',
  names: [
    'Bo',
    'Wolfeschlegelsteinhausenbergerdorff',
    'Amara',
    'Maximiliana Featherstonehaugh-Cholmondeley',
    'Tomás',
    'Anne-Sophie von Hohenberg',
    'Jun',
    'Oluwaseun Adebayo',
    'Siobhán',
    'Aleksandra Maria',
    'Đặng Thị Hà',
    'Ștefan',
  ],
  format: 'A long round of questions for the valley',
  phase: 'What we would still like',
  line: 'Ask what you truly don’t know the answer to.',
  longLine: 'Say the one thing that you noticed, and leave out whatever you would do about it yourself.',
  short: [
    'What would you try if nobody were watching?',
    'Who sees this already?',
    'I write the first page before Sunday.',
    'Rest is work too.',
    'Ask before you carry.',
  ],
  long: [
    'If the meeting on Thursday is moved again, then I say before Wednesday noon that I will not prepare it a third time, and I ask Dana to stand beside me while I say it, because alone I would give in.',
    'What would it be like to let the others carry the part of it that was never yours, for one week, and to look at what is missing then, and who notices, and whether you do?',
    'Silence is an answer; it only takes longer to arrive than we are used to waiting for it here.',
  ],
}

const arabic: Script = {
  language: 'ar',
  direction: 'rtl',
  circle: 'حلقة يوم الخميس في الوادي الأعلى',
  names: [
    'نور',
    'أحمد عبد الرحمن بن عبد العزيز الخطيب',
    'فاطمة',
    'ليلى الخطيب',
    'يوسف',
    'عبدالمستعصمبالله',
    'مريم',
    'سلمى ناصر',
    'هادي',
    'إسماعيل عبد الحميد',
    'رنا',
    'زينب المنصوري',
  ],
  format: 'جولة طويلة من الأسئلة المفتوحة للجميع',
  phase: 'ما الذي نود أن نسمعه',
  line: 'اسأل عما لا تعرف جوابه حقا.',
  longLine: 'قل شيئا واحدا لاحظته الآن، واترك جانبا كل ما كنت ستفعله أنت لو كنت في هذا المكان.',
  short: [
    'ماذا كنت ستجرب لو لم يكن أحد يراقبك؟',
    'من يرى هذا الأمر مثلك؟',
    'سأكتب الصفحة الأولى قبل يوم الأحد.',
    'الراحة عمل أيضا.',
    'اسأل قبل أن تحمل.',
  ],
  long: [
    'إذا تأجل اجتماع يوم الخميس مرة أخرى فسأقول قبل ظهر الأربعاء إنني لن أحضر له مرة ثالثة، وسأطلب من دانة أن تقف بجانبي وأنا أقول ذلك، لأنني وحدي سأتراجع عن كلامي في آخر لحظة.',
    'كيف سيكون الأمر لو تركت الآخرين أسبوعا واحدا يحملون الجزء الذي لم يكن لك يوما، ثم نظرت إلى ما ينقص، ومن الذي يلاحظ ذلك، وهل تلاحظه أنت أيضا؟',
    'الصمت جواب كذلك؛ لكنه يحتاج إلى وقت أطول مما اعتدنا أن ننتظره في هذا المكان.',
  ],
}

/** No spaces between words, names in two scripts of their own, and lines that may break almost anywhere. */
const japanese: Script = {
  language: 'ja',
  direction: 'ltr',
  circle: '川上の木曜日の輪',
  names: [
    '凛',
    'アレクサンドラ・マクシミリアーナ・フォン・ホーエンベルク＝シュタイン夫人',
    '田中 太郎',
    '小鳥遊 美沙希',
    'さくら',
    '勅使河原 龍之介',
    '蓮',
    'ジョヴァンニ・バッティスタ・ベルッチ',
    '佐々木 はるか',
    '東雲',
    '五十嵐 真理子',
    'のぞみ',
  ],
  format: 'みんなでゆっくりとめぐる、ひらかれた長い問いかけの輪のひととき',
  phase: 'わたしたちがまだ聞いてみたいと思っていること',
  line: '本当に答えを知らないことだけを、聞いてください。',
  longLine:
    'いま気づいたことをひとつだけ、そのまま言ってください。自分ならどうするかということは、ここではすべて、わきに置いておいてください。',
  short: [
    'だれも見ていないとしたら、何をやってみたいですか。',
    'もうそう見ている人は、だれですか。',
    '日曜日までに最初の一ページを書きます。',
    '休むことも仕事です。',
    '持ち上げる前に、聞いてみる。',
  ],
  long: [
    '木曜日の打ち合わせがもう一度延期されたら、水曜日の正午までに、三度目の準備はしないと伝えます。ひとりではまた引き受けてしまうので、それを言うあいだ、となりに立っていてほしいとダナに頼みます。',
    'もし一週間だけ、もともとあなたのものではなかった部分をほかの人に任せてみたら、何が足りなくなり、だれがそれに気づき、あなた自身はそれに気づくと思いますか。',
    '沈黙もひとつの答えです。ただ、ここで待つのに慣れている時間よりも、届くまでに少し長くかかるだけです。',
  ],
}

/** Cyrillic, Greek, Hebrew, Devanagari, Chinese, Japanese, Korean and emoji, one after the other. */
const mixed: Script = {
  language: 'en',
  direction: 'ltr',
  circle: 'Четверг · Πέμπτη · יום חמישי · गुरुवार · 星期四 · 목요일',
  names: [
    'Юлия',
    'Константинос Παπαδόπουλος',
    'נעמה',
    'अनुष्का चट्टोपाध्याय',
    '田中 太郎',
    '김서연',
    '👩‍👩‍👧‍👦',
    'Александра Владимировна Воскресенская',
    'Νίκος',
    'אברהם בן־יהודה',
    '欧阳修远',
    'Zoë 🌿',
  ],
  format: 'Долгий круг открытых вопросов для всех',
  phase: 'Τι θέλουμε να ακούσουμε',
  line: '知りたいことだけを、ゆっくり聞いてください。',
  longLine: 'अपनी एक बात कहिए जो आपने अभी देखी, और वह सब छोड़ दीजिए जो आप स्वयं इस जगह पर करते।',
  short: [
    'Что бы ты попробовала, если бы никто не смотрел?',
    'מי כבר רואה את זה כך?',
    '日曜日までに最初のページを書きます。',
    '쉬는 것도 일입니다. 🌿',
    'Ρώτα πριν σηκώσεις το βάρος.',
  ],
  long: [
    'Если встречу в четверг снова перенесут, я скажу до среды, что в третий раз готовить её не буду, и попрошу Дану встать рядом, пока я это говорю, потому что одна я опять соглашусь и потом пожалею.',
    'もし一週間だけ、もともとあなたのものではなかった部分をほかの人に任せてみたら、何が足りなくなり、だれがそれに気づき、あなた自身はそれをどう感じると思いますか。いまの気持ちのままで答えてください。',
    'मौन भी एक उत्तर है; बस उसे आने में उससे अधिक समय लगता है जितना हम यहाँ प्रतीक्षा करने के आदी हैं।',
  ],
}

/** The scripts of the layout matrix. */
export const scripts = { latin, arabic, japanese, mixed } as const satisfies Record<string, Script>

export type ScriptName = keyof typeof scripts
