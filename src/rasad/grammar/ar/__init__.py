"""The grammar of Arabic: what `rasad.grammar.languages.Grammar` asks for."""
