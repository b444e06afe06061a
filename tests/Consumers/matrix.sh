# The matrix: every framework by every language version, the other choices spread so that each pair of any two of them occurs.

matrix_rows() { # name framework language nullable implicit-usings ASP.NET-Core Microsoft.Extensions.Http polyfills
  awk 'BEGIN {
    nf = split("netstandard2.0 net472 net48 net6.0 net8.0 net9.0 net10.0", f, " ")
    nl = split("7.3 8 9 10 11 12 13 14", l, " ")
    for (i = 1; i <= nf; i++) for (j = 1; j <= nl; j++) {
      nullable = l[j] + 0 >= 8 && (i + j) % 2
      usings = l[j] + 0 >= 10 && int((i + j) / 2) % 2
      server = i >= 4 && (i + int(j / 2)) % 2
      http = int(i / 2 + j / 2) % 2
      # The SDK for .NET 10 refuses the package where ASP.NET Core brings it along.
      if (server && f[i] == "net10.0") http = 0
      polyfills = f[i] == "net9.0" && l[j] == "11" ? 3 : f[i] == "net9.0" && l[j] == "8" ? 1 : (i + int(j * 5 / 3) + 3) % 4
      if (polyfills == 2 && l[j] + 0 < 9) polyfills = 1
      if (polyfills == 1 && l[j] + 0 < 8) polyfills = 3
      if (polyfills == 3 && (f[i] == "net6.0" || f[i] == "net10.0")) polyfills = 0
      name = f[i] "-cs" l[j]; gsub(/\./, "_", name)
      print name, f[i], l[j], nullable, usings, server, http, polyfills
    }
  }'
}

# A guard of the formula above: each value of a choice meets each value of every other that can go with it.
matrix_is_pairwise() {
  matrix_rows | awk '
    { for (a = 2; a <= 8; a++) for (b = a + 1; b <= 8; b++) seen[a, $a, b, $b] = 1; for (a = 2; a <= 8; a++) value[a, $a] = $a }
    function impossible(a, x, b, y) {
      if (a == 3 && b == 4) return x + 0 < 8 && y == 1
      if (a == 3 && b == 5) return x + 0 < 10 && y == 1
      if (a == 2 && b == 6) return x !~ /^net([6-9]|10)\.0$/ && y == 1
      if (a == 3 && b == 8) return x + 0 < 9 && y == 2 || x + 0 < 8 && y == 1
      if (a == 2 && b == 8) return (x == "net6.0" || x == "net10.0") && y == 3
      return 0
    }
    END {
      for (p in value) for (q in value) {
        split(p, s, SUBSEP); split(q, t, SUBSEP)
        if (s[1] + 0 < t[1] + 0 && !((s[1], s[2], t[1], t[2]) in seen) && !impossible(s[1], s[2], t[1], t[2])) {
          print "not covered: column " s[1] " = " s[2] " with column " t[1] " = " t[2]; missing = 1
        }
      }
      exit missing
    }'
}

matrix_project() { # name framework language nullable usings server http polyfills
  local properties="<TargetFramework>$2</TargetFramework><LangVersion>$3</LangVersion><AllContracts>true</AllContracts>" items='<Compile Include="../source/*.cs" />'
  [ "$2" = netstandard2.0 ] || properties+="<OutputType>Exe</OutputType>"
  [ "$4" = 0 ] || properties+="<Nullable>enable</Nullable>"
  [ "$5" = 0 ] || properties+="<ImplicitUsings>enable</ImplicitUsings>"
  [ "$6" = 0 ] || { properties+="<Server>true</Server>"; items+='<Compile Include="../source/AspNetCore/*.cs" />'; }
  [ "$7" = 0 ] || items+='<PackageReference Include="Microsoft.Extensions.Http" Version="8.0.1" />'
  case $8 in
    1) items+='<PackageReference Include="PolySharp" Version="1.16.0" PrivateAssets="all" />' ;;
    2) items+='<PackageReference Include="IsExternalInit" Version="1.0.3" PrivateAssets="all" /><PackageReference Include="Nullable" Version="1.3.1" PrivateAssets="all" />' ;;
    3) items+='<PackageReference Include="System.Text.Json" Version="10.0.10" /><PackageReference Include="Microsoft.Bcl.AsyncInterfaces" Version="10.0.10" /><PackageReference Include="Microsoft.Bcl.TimeProvider" Version="10.0.10" />' ;;
  esac
  project "$1" "$properties" "$items"
}

matrix_slice='^(netstandard2_0-cs9|net48-cs7_3|net6_0-cs8|net8_0-cs12|net10_0-cs7_3|net10_0-cs14) '

build_matrix() {
  matrix_is_pairwise || fail "the matrix does not cover every pair"
  local rows
  rows=$(matrix_rows)
  [ "$1" = all ] || rows=$(grep -E "$matrix_slice" <<< "$rows")
  while read -r row; do matrix_project $row; done <<< "$rows"
  (cd "$work" && dotnet new sln -n matrix --format slnx > /dev/null && dotnet sln matrix.slnx add $(cut -d' ' -f1 <<< "$rows" | sed 's#.*#&/&.csproj#') > /dev/null)
  echo "Building $(wc -l <<< "$rows") consumers"
  quietly "$work/matrix.log" dotnet build "$work/matrix.slnx" -v quiet
  printf '%-22s %-15s %-4s %-8s %-8s %-8s %-5s %-9s %s\n' consumer framework C# nullable usings server http polyfills result
  while read -r name framework language nullable usings server http polyfills; do
    local result=compiled said=
    case $framework in
      net48|net472) said=$(run_on_mono "$name" "$framework") ;;
      net10.0) said=$("$work/$name/bin/Debug/net10.0/$name") || fail "$name: $said" ;;
    esac
    [ -z "$said" ] || result="compiled, ran: $said"
    printf '%-22s %-15s %-4s %-8s %-8s %-8s %-5s %-9s %s\n' "$name" "$framework" "$language" "$nullable" "$usings" "$server" "$http" "$polyfills" "$result"
  done <<< "$rows"
}

run_on_mono() { # name framework: .NET Framework programs run on Mono, which lacks the facades of .NET Standard; the SDK has them
  command -v mono > /dev/null || { echo "(not run: no mono)"; return; }
  local folder=$work/$1/bin/Debug/$2 facade
  facade=$(find "$(dotnet --list-sdks | sed -n '$s/.*\[\(.*\)\]/\1/p')" -path '*/Microsoft.NET.Build.Extensions/net461/lib/netstandard.dll' | tail -1)
  [ -n "$facade" ] || fail "the SDK has no netstandard.dll for .NET Framework"
  cp "$facade" "$(dirname "$facade")/System.ValueTuple.dll" "$folder"
  mono "$folder/$1.exe" || fail "$1 on mono"
}
