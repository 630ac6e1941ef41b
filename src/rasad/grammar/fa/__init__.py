"""The grammar of Persian: what `rasad.grammar.languages.Grammar` asks for."""
