import { people } from './evening'

/** Circles that try the wall: the usual one, the largest, long names, and names in other scripts. None of these people exists. */
export const circles = {
  usual: people,
  twelve: [
    'Priya',
    'Jun',
    'Amara',
    'Noor',
    'Sam',
    'Tomás',
    'Elif',
    'Bartholomew',
    'Anneliese',
    'Mohammed',
    'Siobhán',
    'Aleksandra Maria',
  ],
  long: [
    'Maximiliana Featherstonehaugh',
    'Wolfeschlegelsteinhausen',
    'Anne-Sophie von Hohenberg',
    'Jun',
    'Bartholomew Ng',
    'Ana',
    'Ana Lucía',
    'Oluwaseun Adebayo',
  ],
  arabic: ['نور', 'أحمد عبد الرحمن', 'فاطمة', 'يوسف', 'ليلى الخطيب', 'مريم'],
  japanese: ['さくら', '田中 太郎', '佐藤 花子', '健', '高橋 美咲', '渡辺 ケンジ'],
  emoji: ['👩‍👩‍👧‍👦', 'Zoë 🌿', 'Ștefan', 'Đặng Thị Hà', 'Νίκος', 'Юлия'],
} as const

export type CircleName = keyof typeof circles
