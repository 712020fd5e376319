// The parts of words, script by script. A syllable is a head, a middle and a tail; a word ends with an
// ending;
// "-" is an empty part, and a part that is written twice is twice as frequent.
#include "generator/vocabulary.h"

#include <algorithm>

#include "generator/article_generator.h"
#include "generator/split_text.h"

namespace explorer {
namespace {

struct WordParts {
  uint32_t word_count;
  std::string_view real_words;
  std::string_view heads, middles, tails, endings;
};

constexpr std::string_view Empty = "-";
constexpr uint32_t MostSyllables = 3;

// In the order of Script.
constexpr WordParts Parts[] = {
    {.word_count = 4000,
     .real_words = "the of a in and to new for on with my one day song night live time best star heart "
                   "dance world light dream fire home blue girl boy all you me we no first tour album "
                   "single video stage fans chart radio summer winter other there together rain moon "
                   "river city back away again never ever still only over after before into from this "
                   "that what when where why how café über déjà für año corazón señor étoile été São "
                   "là où más è noël fête naïve smörgås fjörd český żółty",
     .heads = "b br c ch d dr f fl g gr h j k l m n p pr r s sh st t tr v w z y",
     .middles = "a e i o u a e i o u a e i o u a e i o u a e i o ai ou ee ea é ö á ü",
     .tails = "- - - - - - - n r s l t nd m",
     .endings = "- - - - - - s er y ed"},
    {.word_count = 900,
     .real_words = "그 이 한 날 봄 밤 꿈 별 나 너 우리 노래 하루 마음 서울 무대 신곡 발매",
     .heads = "가 강 고 구 국 그 기 길 김 나 날 남 내 노 눈 다 달 대 도 동 두 라 람 로 리 "
              "마 만 말 모 무 문 물 미 바 밤 별 보 봄 부 비 빛 사 산 상 새 서 선 성 소 속 "
              "수 순 시 신 심 아 안 연 영 오 왕 우 운 유 은 음 이 인 일 자 장 정 제 주 지 "
              "진 차 천 청 춘 친 태 하 한 해 행 향 현 화 환 회 희",
     .middles = "-",
     .tails = "-",
     .endings = "- - - 은 는 을 의 에 로"},
    {.word_count = 900,
     .real_words = "の は を と が に で 夜 愛 夢 星 空 東京 新曲 世界 今日 音楽 明日 カフェ ライブ",
     .heads = "愛 空 海 山 川 花 風 雨 雪 月 日 夜 朝 夢 星 光 音 歌 心 人 街 道 春 夏 秋 "
              "冬 東 西 南 北 新 古 大 小 白 黒 赤 青 時 世 界 国 京 学 生 手 紙 友 声 色 "
              "ア イ ウ カ キ ク サ シ ス タ ト ナ ニ ハ フ マ ミ ラ リ ル レ ロ ン",
     .middles = "-",
     .tails = "- - - - い り",
     .endings = "- - - の"},
    {.word_count = 900,
     .real_words = "и в на с не для о по от мир ночь день песня сердце снова новый альбом звезда",
     .heads = "б в г д ж з к л м н п р с т х ч ш ст пр тр",
     .middles = "а е и о у я ы ё ю а о е",
     .tails = "- - - - н р л ст й м",
     .endings = "- - - ной ская нов ть ка"},
    {.word_count = 700,
     .real_words = "και το στο με για από ένα τραγούδι νύχτα καρδιά κόσμος νέο φως",
     .heads = "β γ δ ζ θ κ λ μ ν ξ π ρ σ τ φ χ ψ στ πρ τρ",
     .middles = "α ε η ι ο υ ω ά έ ί ό ού αι",
     .tails = "- - - - ν ρ λ",
     .endings = "- - ος ας μα"},
    {.word_count = 700,
     .real_words = "في من على مع عن هذا كل ليلة أغنية قلب نجم عالم جديد",
     .heads = "ب ت ج ح خ د ر ز س ش ص ط ع غ ف ق ك ل م ن ه",
     .middles = "ا و ي - - -",
     .tails = "- - - ن ر ل",
     .endings = "- - ة ات ين"},
    {.word_count = 700,
     .real_words = "का के की में और से पर गीत रात दिल नया तारा दुनिया",
     .heads = "क ख ग च ज ट ड त द न प ब भ म य र ल व श स ह",
     .middles = "- ा ि ी ु े ो ं",
     .tails = "- - - न र ल म",
     .endings = "- - - यों ना ता"},
};
static_assert(std::size(Parts) == ScriptCount);

// Words such as BTS or EXO, one in forty of the Latin ones. Without V none of them is CommonWord in capitals.
constexpr WordParts Acronym = {.word_count = 0,
                               .real_words = "",
                               .heads = "A B C D E F G H J K L M N O P R S T U W X",
                               .middles = "-",
                               .tails = "-",
                               .endings = "A B E G K M S T X"};

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts = split_text(text, ' ');
  std::replace(parts.begin(), parts.end(), Empty, std::string_view());
  return parts;
}

class WordMaker {
 public:
  explicit WordMaker(const WordParts& parts)
      : heads_(parts_of(parts.heads)),
        middles_(parts_of(parts.middles)),
        tails_(parts_of(parts.tails)),
        endings_(parts_of(parts.endings)) {}

  // A part for which there is no room is left out.
  Word make(RandomSource& random) const {
    Word word;
    for (uint32_t left = 1 + random.below(MostSyllables); left > 0; --left) {
      for (const std::vector<std::string_view>* parts : {&heads_, &middles_, &tails_})
        word.append(pick(*parts, random));
    }
    word.append(pick(endings_, random));
    return word;
  }

 private:
  static std::string_view pick(const std::vector<std::string_view>& parts, RandomSource& random) {
    return parts[random.below(static_cast<uint32_t>(parts.size()))];
  }

  std::vector<std::string_view> heads_, middles_, tails_, endings_;
};

bool contains_planted_word(const Word& word) {
  return std::any_of(PlantedWords.begin(), PlantedWords.end(), [&word](std::string_view planted) {
    return word.view().find(planted) != std::string_view::npos;
  });
}

// Enough for the rarest word of each; smaller tables stay in the cache.
constexpr int slot_bits(Script script) {
  return script == Script::Latin ? 16 : 14;
}

}  // namespace

const std::array<std::string_view, 4> PlantedWords = {CommonWord, OccasionalWord, RareWord, RareHangulWord};

Vocabulary::Vocabulary(Script script, RandomSource random)
    : chances_(zipf_weights(Parts[static_cast<size_t>(script)].word_count), slot_bits(script)),
      spaced_(script != Script::Japanese) {
  const WordParts& parts = Parts[static_cast<size_t>(script)];
  const WordMaker maker(parts);
  const WordMaker acronyms(Acronym);
  words_.reserve(parts.word_count);
  const auto add = [this](const Word& word) { words_.push_back({{word, with_capital(word)}}); };
  for (const std::string_view real : split_text(parts.real_words, ' ')) {
    Word word;
    word.append(real);
    add(word);
  }
  while (words_.size() < parts.word_count) {
    const bool acronym = script == Script::Latin && random.below(40) == 0;
    const Word word = acronym ? acronyms.make(random) : maker.make(random);
    if (!contains_planted_word(word)) add(word);
  }
}

Word with_capital(const Word& word) {
  const std::string_view text = word.view();
  if (text.empty()) return word;
  const auto first = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text.size() > 1 ? text[1] : '\0');
  char letter[2] = {text[0], static_cast<char>(second)};
  size_t size = 2;
  if (first >= 'a' && first <= 'z') {
    letter[0] = static_cast<char>(first - 32);
    size = 1;
  } else if ((first == 0xC3 && second >= 0xA0 && second <= 0xBE && second != 0xB7) ||
             (first == 0xCE && second >= 0xB1) || (first == 0xD0 && second >= 0xB0)) {
    letter[1] = static_cast<char>(second - 32);
  } else if (first == 0xCF && second >= 0x80 && second <= 0x89) {
    letter[0] = static_cast<char>(0xCE);
    letter[1] = static_cast<char>(second + 32);
  } else if (first == 0xD1 && second >= 0x80 && second <= 0x8F) {
    letter[0] = static_cast<char>(0xD0);
    letter[1] = static_cast<char>(second + 32);
  } else {
    return word;
  }
  Word out;
  out.append({letter, size});
  out.append(text.substr(size));
  return out;
}

}  // namespace explorer
