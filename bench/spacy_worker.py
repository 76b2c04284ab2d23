"""Reads documents with spaCy, for bench/speed. Usage: spacy_worker.py MODEL BATCH_SIZE OUTPUT DOCUMENTS (OUTPUT may be empty)"""
import json
import sys
import time

model, batch_size, out, documents = sys.argv[1:]
texts = [json.loads(line)["text"] for line in open(documents, encoding="utf-8")]
start = time.perf_counter()
import spacy  # noqa: E402 (its loading is measured)

nlp = spacy.load(model)
loaded = time.perf_counter(), time.process_time()
tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=int(batch_size)))
wall, cpu = time.perf_counter() - loaded[0], time.process_time() - loaded[1]
print(json.dumps({"tokens": tokens, "load": loaded[0] - start, "wall": wall, "cpu": cpu, "pipes": nlp.pipe_names, "version": spacy.__version__}))
if out:
    with open(out, "w", encoding="utf-8") as file:
        for text in texts:
            doc = nlp(text)
            starts = {sentence.start for sentence in doc.sents}
            offset = [0]
            for character in text:
                offset.append(offset[-1] + len(character.encode()))
            for token in doc:
                entity = token.ent_iob_ + ("-" + token.ent_type_ if token.ent_type_ else "")
                print(offset[token.idx], offset[token.idx + len(token)], token.lemma_.replace("\n", "\\n").replace("\t", "\\t"), token.tag_, token.pos_, token.head.i, token.dep_,
                      int(token.i in starts), entity, sep="\t", file=file)
            print(file=file)
