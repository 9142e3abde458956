"""Turkish words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
ve bir bu da de için ile olarak daha çok en gibi kadar ne var yok o ama ya sonra her olan biz siz
ben yeni sistem veri proje plan ekip rapor iyi son ilk iki ay yıl hafta bilgi merkezi kurum değil
olduğu olduğunu olacağı olacak olması olmadığı ilgili ilişkin çalışma çalışmalar çalışmaları
çalışan çalışanlar çalışıyor çalışıldı çalışmak güvenlik güvenliği güvenli güvenlidir eğitim
eğitimi eğitimler eğitimleri eğitmen değişiklik değişiklikler değişti değiştir değiştirilmeli
değişim değerlendirme değerlendiriliyor değerlendirildi değer değeri görüşme görüşmeler görüşmeleri
görüşler görüşleri görüşü görüş görüşüldü görüntü görüntüleri görüntüleme görev görevi görevler
görevli görülüyor göre göster gösteriyor gösterildi gönder gönderildi gönderilecek gözden göz
kullanıcı kullanıcılar kullanıcıların kullanıcının kullanım kullanımı kullanılan kullanılıyor
kullanılacak kullan şehir şehri şehirler Şehir şu şimdi şimdiye şey şeyler şirket şirketi şirketler
şifre şifresi şifreler şekil şekilde şekli şart şartlar şartname şube şubat şüpheli şikâyet
şikâyetler şikâyetleri Şu Şimdi Şirket Şifre Şubat Şube Şef işlem işlemler işlemleri iş işler işi
işe işbirliği birliği isteği istiyor istek istekleri iletişim ilçe ilçesi ilçeler ilerleme ileri
inceleme incelendi içerik içinde içerisinde izin izinler izleme ihtiyaç ihtiyaçlar ihtiyacı imza
İstanbul İzmir İş İşlem İlk İlçe İki İletişim İçişleri İçin İl İhtiyaç İhale İnceleme İzin İzmit
İnternet İtfaiye İyi İşte yazılım yazılımı yazılımlar yapılacak yapıldı yapılması yapılan yapılıyor
yapısı yapı yapan yaptı yardım yarın yayın yayınlandı yasal yakın yakında yanıt yanlış alındı
alınacak alınmalı alınan alınması alan alanı alanlar altına altında altyapı altyapısı anlaşma
anlaşıldı anlamı arıza arızalar arayüz araç araçlar araçları araştırma arasında artış arttı artık
aşağı aşama aşaması aşamalar açık açıklama açıldı açısından açılış ağ ağı ağustos ağır düşünülüyor
düşük düzenleme düzenlendi düzenli düzey düzeyi düzeltme düzeltildi dün dünya dışında dış dışı
doğru doğrultusunda doğrudan doğrulama doğal dağıtım dağıtıldı destek desteği denetim deneyim dönem
dönemi dönüş dönüşüm dönüşümü dört dördüncü dosya dosyalar dosyası önümüzdeki önemli önem önce
öncelik öncelikli önceki öneri öneriler önlem önlemler önü ön örnek örneği örneğin öğrenci
öğrenciler öğretmen öğleden öğle özel özet özellik özellikle özellikleri ödeme ödenek ölçüm ölçü
ölüm ömür Önemli Öncelik Önce Öneri Özet Özel Örnek Öğrenci Ödeme Önümüzdeki üç üçüncü ücret
ücretsiz üye üyeler üyesi ürün ürünler ünite üniversite üzere üzerinde üzerine üst üstünde ülke
ülkeler üretim Üç Üye Ürün Ülke Üniversite Üzerinde çağrı çağrılar çağrısı çıkış çıktı çıkan
çıkarıldı çeşitli çeviri çevre çevrim çözüm çözümler çözümü çözüldü çarşamba çünkü çocuk çoğu
çift çizelge Çağrı Çalışma Çalışmalar Çevre Çözüm Çarşamba Çıkış Çünkü Çok bağlantı bağlantısı
bağlı bağlandı başarı başarılı başarıyla başka başkan başkanı başkanlığı başlangıç başladı başlıyor
başlayacak başlatıldı başlık başvuru başvurular baş barış basın bakım bakımı bakış bakanlığı
bakanlık belirtildi belirlendi belediye belge belgeler beşinci beş birçok birleştirme birim birimi
bölge bölgesi bölgeler bölüm bölümü böyle bütçe bütçesi bütçeye bütün büyük büyüme büro bugün
bulunuyor bulunduğu bulundu geçen geçti geçiş geçici geçmiş gün günü günler günlük güncelleme
güncellendi güç güçlü gündem güvenilir giriş girişi gelişme gelişmeler geliştirme geliştirildi
geliştirilecek gelecek gerekçe gereği gerekiyor gerçek gerçekleştirildi genel geniş gitti hızlı hız
hızla hazır hazırlık hazırlandı hazırlanacak hafif hakkında halkın hangi hesap hesabı hizmet
hizmeti hizmetler hükümet kabul kaldı kaldırıldı kalıcı kamu karar kararlar kararı karşı
karşılaştırma karşılık karşısında kayıt kayıtlar kayıtlı kayıtları kaydı kaynak kaynaklar kapsamı
kapsamında kapalı katılım katılımcı katıldı kişi kişiler kişisel kısa kısım kısmı kırmızı kız kıyı
koşul koşullar kontrolü konuşma konuşuldu köprü köy kötü kurulu kurulum kurulacak küçük kütüphane
mahalle maliyet mayıs mevcut müdür müdürü müdürlüğü müdürlük müşteri müşteriler mümkün müdahale
nasıl neden nöbet nüfus olağan olay olayı olayları oluşturulacak oluşturuldu oluşan onay onayı ofis
okul ortalama oturum otuz personel planı planlama programı rağmen sağlık sağlandı sağlamak sağladı
sağ sayı sayısı sayfa sıra sırası sırasında sınır sınav sıcak sık sıfır saklanıyor satın sınıf
sipariş sonuç sonuçlar sonuçları sonunda soru sorun sorunu sorunlar sorumlu söz sözleşme süre
süresi süreç süreçler süreci sürekli sürücü sürüm tarih tarihi tartışıldı tartışma taşıma taşındı
teknik teşekkür tespit toplantı toplantısı toplantıda toplantılar tüm tür türü türkçe Türkiye Türk
tutanağı uçak ulaşım ulaşıldı uygulama uygulaması uygulamalar uygun uyarı uyarılar uzman uzun varış
vatandaş vatandaşlar vurgulandı yıllık yılı yıldız yönetici yöneticiler yönetim yönetimi yönetmelik
yön yöntem yöntemi yöntemler yürütülüyor yürürlük yük yükleme yüksek yükseltme yüz yüzde zaman
zorunlu zayıf Ağustos Eylül Kasım Aralık Ocak Mayıs Salı Perşembe Cumartesi Pazartesi Büyükşehir
Müdürlüğü Bakanlığı Başkanlığı Güvenlik Gün Görüşme Kullanıcı Değişiklik Bütçe Eğitim Yönetici
Toplantı Görev Ağ Doğu Batı Güney Kuzey Ankara Bursa Diyarbakır Muğla Eskişehir Şanlıurfa Gülşen
Özgür Ömer Çağlar Ayşe Oğuz Tuğba Gökhan Barış Yılmaz Öztürk
"""
